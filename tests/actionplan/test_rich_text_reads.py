"""However many ask for it, each rich text is read once: by the form, the row, the search text, the history, a merge."""

import pytest
from django.urls import reverse

from actionplan.richtext import reader
from tests import factories
from tests.sent_forms import Fields
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db
BEFORE, THEIRS, AFTER = "<p>a</p><p>b</p><p>c</p>", "<p>a</p><p>b</p><p>d</p>", "<p>a</p><p>b</p><p>e</p>"


@pytest.fixture
def section(client):
    section = factories.SectionFactory()
    seat = factories.MembershipFactory(city=section.plan.city, role=Role.EDITOR)
    client.force_login(seat.user)
    for text in (BEFORE, THEIRS):
        section = saving.save(section, {"text": text}, seen=section.revision, by=seat).record
    return section


@pytest.fixture
def read(section, monkeypatch):
    found, original = [], reader.read

    def counted(html: str) -> object:
        found.append(html)
        return original(html)

    monkeypatch.setattr(reader, "read", counted)
    return found


def url(section) -> str:
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


def fields(section, text: str, **values: object) -> Fields:
    return {"text": text, "status": "draft", "revision": section.revision, **values}


def test_a_save_reads_what_was_sent(client, section, read):
    response = client.post(url(section), fields(section, "<p class='x'>New</p>"))

    assert (response.status_code, read) == (302, ["<p class='x'>New</p>"])


def test_a_save_without_scripts_reads_what_its_marks_mean(client, section, read):
    client.post(url(section), fields(section, "New *words*", text_is_markup="1"))

    assert read == ["<p>New <strong>words</strong></p>"]


def test_a_change_of_something_else_reads_the_text_that_stands(client, section, read):
    address = reverse("actionplan:section-status", args=[section.plan.city.slug, section.key])
    client.post(address, {"status": "review", "revision": section.revision})

    assert read == [THEIRS]


def test_a_merge_reads_every_text_that_it_joins_and_what_comes_of_them(client, section, read):
    mine = "<p>f</p><p>b</p><p>c</p>"
    client.post(url(section), fields(section, mine, revision=section.revision - 1))

    assert sorted(read) == sorted([BEFORE, THEIRS, mine, "<p>f</p><p>b</p><p>d</p>"])


def test_two_texts_side_by_side_are_read_with_what_was_before_them(client, section, read):
    response = client.post(url(section), fields(section, AFTER, revision=section.revision - 1))

    assert response.status_code == 409
    assert sorted(read) == sorted([BEFORE, THEIRS, AFTER, AFTER])  # mine, and mine with what others changed elsewhere


def test_the_history_reads_each_revision(client, section, read):
    client.get(reverse("ulg:history", args=[section.plan.city.slug, "section", section.pk]))

    assert sorted(read) == sorted([BEFORE, THEIRS])


def test_the_form_reads_the_text_that_it_shows(client, section, read):
    client.get(url(section))

    assert read == [THEIRS]
