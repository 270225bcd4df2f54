"""A form that is too large is refused before it is read, with a page that says so."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actionplan.models import Attachment
from genprocure import middleware
from tests.factories import BarrierFactory, MembershipFactory, PlanFactory
from tests.files import PDF
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def barrier(client):
    barrier = BarrierFactory()
    client.force_login(MembershipFactory(city=barrier.plan.city, role=Role.EDITOR).user)
    return barrier


def add_url(barrier):
    return reverse("actionplan:attachment-add", args=[barrier.plan.city.slug, "barrier", barrier.pk])


def send(client, url, size):
    return client.post(url, {"title": "Policy", "file": SimpleUploadedFile("report.pdf", PDF + bytes(size))})


class Counted(BytesIO):
    """Counts what is read of it."""

    read_so_far = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.read_so_far += len(piece)
        return piece


def test_form_that_is_larger_than_its_page_takes_is_refused_with_words(client, barrier, settings):
    settings.ATTACHMENT_MAX_BYTES = 2_000_000

    responses = [send(client, add_url(barrier), size) for size in (3_100_000, 2_100_000, 1_900_000)]

    assert [response.status_code for response in responses] == [413, 422, 302]
    assert "takes at most 2\u00a0MB at a time" in responses[0].content.decode()
    assert Attachment.objects.count() == 1


def test_words_are_in_the_browsers_language(client, barrier, settings):
    settings.ATTACHMENT_MAX_BYTES = 1_000
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "sv"

    page = send(client, add_url(barrier), 1_100_000).content.decode()

    assert ('<html lang="sv">' in page, "Det du skickade är för stort" in page) == (True, True)


def test_what_is_too_large_is_passed_over_so_that_the_browser_is_not_cut_off(client, barrier, monkeypatch):
    sent = {"CONTENT_TYPE": "multipart/form-data; boundary=b", "CONTENT_LENGTH": "30000000"}
    counts = []
    for most in (1_000_000_000, 200_000):
        monkeypatch.setattr(middleware, "MOST_PASSED_OVER", most)
        body = Counted(bytes(30_000_000))
        assert client.generic("POST", add_url(barrier), **sent, **{"wsgi.input": body}).status_code == 413
        counts.append(body.read_so_far)

    assert counts == [30_000_000, 262_144]


def test_page_without_files_takes_no_more_than_any_form(client, barrier):
    comment = reverse("actionplan:comment-add", args=[barrier.plan.city.slug, "barrier", barrier.pk])

    assert [send(client, url, 7_000_000).status_code for url in (comment, "/nowhere/")] == [413, 413]


def test_notices_are_held_to_their_own_limit(client):
    city = PlanFactory().city
    client.force_login(MembershipFactory(city=city, role=Role.EDITOR).user)
    url = reverse("actionplan:notice-upload", args=[city.slug])

    statuses = []
    for size in ("50000000", "52000000"):
        sent = {"CONTENT_TYPE": "multipart/form-data; boundary=b", "CONTENT_LENGTH": size, "wsgi.input": BytesIO()}
        statuses.append(client.generic("POST", url, **sent).status_code)

    assert statuses == [422, 413]
