"""Every refusal says the reason that is true, and where to go on: the permission that failed, or the rule."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from actionplan.services import comments
from tests import page_roles
from tests.factories import BarrierFactory, MembershipFactory, SolutionFactory
from tests.test_access import FORBIDDEN, METHODS, World, city_pages, outcome, usual, world  # noqa: F401
from tests.visits import visits
from ulg.roles import Permission, Role, roles_with
from ulg.services import members

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@city_pages
def test_door_names_the_permission_that_is_lacking_and_who_has_it(world: World, address):  # noqa: F811
    for role in page_roles.ROLES:
        if usual(address, role) != FORBIDDEN:
            continue
        url = world.place.url(address.name, **visits(world.place, address)[0].parts)
        for method in METHODS:
            page = text(world.ask(role, method, url))

            permission = Permission(address.view.permission)
            assert f"Your role here is {role}. This page is for those who may {permission.label}." in page.replace(
                "&#x27;", "'"
            )
            assert all(str(each.label).lower() in page for each in roles_with(permission))


@pytest.fixture
def author(db):
    return MembershipFactory(role=Role.MEMBER, user__name="Author Andersson")


@pytest.fixture
def comment(author):
    return comments.add(BarrierFactory(plan__city=author.city), text="True.", by=author)


def visit(client, seat, name, *keys, method="get", **values):
    client.force_login(seat.user)
    return getattr(client, method)(reverse(name, args=[seat.city.slug, *keys]), values)


@pytest.mark.parametrize("role", page_roles.ROLES)
def test_anothers_comment_is_its_authors_to_change(client, author, comment, role):
    reader = MembershipFactory(city=author.city, role=role)

    response = visit(client, reader, "actionplan:comment-edit", comment.pk, method="post", text="What I typed")

    page = text(response)
    assert response.status_code == 403
    assert "Only Author Andersson, who wrote the comment, may change it. You can reply to it." in page
    assert f'href="/{author.city.slug}/comments/{comment.pk}/reply/"' in page
    assert "What I typed" in page
    assert str(Permission.MANAGE_GROUP.label) not in page


def test_ones_own_withdrawn_comment_is_not_changed(client, author, comment):
    comments.withdraw(comment, seen=1, by=author)

    seen = visit(client, author, "actionplan:comment-edit", comment.pk)
    sent = visit(client, author, "actionplan:comment-edit", comment.pk, method="post", text="Anew", revision=2)

    comment.refresh_from_db()
    assert (seen.status_code, sent.status_code, comment.text) == (403, 403, "True.")
    assert "You have withdrawn this comment, so it can no longer be changed." in text(seen)


def test_anothers_comment_is_withdrawn_by_its_author_or_a_coordinator(client, author, comment):
    editor = MembershipFactory(city=author.city, role=Role.EDITOR)

    response = visit(client, editor, "actionplan:comment-withdraw", comment.pk)

    assert response.status_code == 403
    assert "Only Author Andersson, who wrote the comment, or a coordinator may withdraw it." in text(response)


def test_nobody_brings_back_what_another_said(client, author, comment):
    coordinator = MembershipFactory(city=author.city, role=Role.COORDINATOR)

    response = visit(client, coordinator, "ulg:restore", "comment", comment.pk, 1, method="post", revision=1)

    assert response.status_code == 403
    assert "only the person it belongs to can change it" in text(response)


def test_a_seat_that_has_ended_leads_to_the_former_members(client, author):
    coordinator = MembershipFactory(city=author.city, role=Role.COORDINATOR)
    members.end_membership(author, seen=1, by=coordinator)

    response = visit(client, coordinator, "ulg:member", author.pk)

    assert response.status_code == 403
    assert "Author Andersson is no longer in the group." in text(response)
    assert f'href="/{author.city.slug}/group/former/"' in text(response)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"removed_at": "2026-01-01T12:00Z"}, "has been removed from the plan. Restore it"),
        ({"status": "rejected", "rejected_reason": "Dear"}, "was not chosen. Change its status"),
    ],
)
def test_a_solution_that_cannot_become_an_action_says_why(client, author, fields, why):
    editor = MembershipFactory(city=author.city, role=Role.EDITOR)
    solution = SolutionFactory(plan__city=author.city)
    type(solution).objects.update(**fields)
    client.force_login(editor.user)

    url = reverse("actionplan:solution-adopt", args=[author.city.slug, solution.pk])
    response = client.get(url, follow=True)

    assert response.redirect_chain == [(solution.get_absolute_url(), 302)]
    assert why in text(response)


def test_a_refusal_speaks_the_readers_language(client, author, comment):
    reader = MembershipFactory(city=author.city, user__language="sv")

    with translation.override("sv"):
        page = text(visit(client, reader, "actionplan:comment-edit", comment.pk))

    assert "Bara Author Andersson, som skrev kommentaren, får ändra den. Du kan svara på den." in page
