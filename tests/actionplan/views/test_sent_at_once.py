"""One form that arrives twice in the same moment, each time at a process of its own as it were."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier as StartingLine
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from actionplan.models import Barrier, Comment, PlanVersion
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory, PlanFactory
from tests.sent_forms import forms_of
from ulg.confirmation import FIELD
from ulg.models import Membership, Organisation
from ulg.roles import Role
from ulg.writing.submissions import KEY

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


def answers(member: Membership, url: str, fields: dict[str, Any]) -> set[tuple[int, str]]:
    """What each of several requests with the same form got."""
    start = StartingLine(AT_ONCE)
    clients = [Client() for _each in range(AT_ONCE)]
    for client in clients:
        client.force_login(member.user)

    def send(client: Client) -> HttpResponse:
        try:
            start.wait()
            return client.post(url, fields)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {(response.status_code, response.url) for response in pool.map(send, clients)}


def sent(member: Membership, to: str, /, *parts: object, **fields: str) -> set[tuple[int, str]]:
    return answers(member, reverse(to, args=[member.city.slug, *parts]), {KEY: str(uuid4()), **fields})


def test_comment_is_posted_once():
    barrier = BarrierFactory()
    member = MembershipFactory(city=barrier.plan.city)

    got = sent(member, "actionplan:comment-add", "barrier", barrier.pk, text="We see it too")

    assert got == {(302, Comment.objects.get().get_absolute_url())}


def test_reply_is_posted_once():
    comment = CommentFactory()
    member = MembershipFactory(city=comment.plan.city)

    got = sent(member, "actionplan:comment-reply", comment.pk, text="So do we")

    assert got == {(302, Comment.objects.exclude(parent=None).get().get_absolute_url())}


def test_record_is_added_once():
    member = MembershipFactory(city=PlanFactory().city, role=Role.MEMBER)

    got = sent(member, "actionplan:barrier-add", title="The lots are too large", category="market")

    assert got == {(302, Barrier.objects.get().get_absolute_url())}


def test_organisation_is_added_once():
    member = MembershipFactory(role=Role.COORDINATOR)

    got = sent(member, "ulg:organisation-add", name="Tidy Cleaning", sector="private", kind="supplier")

    assert got == {(302, reverse("ulg:organisations", args=[member.city.slug]))}
    assert Organisation.objects.get().name == "Tidy Cleaning"


def test_member_is_let_in_and_invited_once(mailoutbox):
    member = MembershipFactory(role=Role.COORDINATOR)

    got = sent(member, "ulg:member-add", email="maja@example.org", name="Maja", role="member")

    assert got == {(302, reverse("ulg:group", args=[member.city.slug]))}
    assert [mail.to for mail in mailoutbox] == [["maja@example.org"]]


def test_version_is_published_once(coordinator, made, quick_pdf):
    url = reverse("actionplan:publish", args=[made.city.slug])
    page = coordinator.get(url).content
    asked = coordinator.post(url, next(form for form in forms_of(page, url) if form.url == url).fields)
    [confirmed] = [form.fields for form in forms_of(asked.content, url) if FIELD in form.fields]

    got = answers(made.coordinator, url, confirmed)

    assert got == {(302, PlanVersion.objects.get().get_absolute_url())}
