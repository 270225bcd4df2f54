"""What holds for every record: who reads, adds and edits it."""

from __future__ import annotations

import pytest

from actionplan.kinds import numbered
from actionplan.models import Finding
from tests import factories
from tests.actionplan.views.kinds import KINDS, STAFF, add_url, each_kind, each_role, list_url, log_in, url
from tests.factories import MembershipFactory
from tests.unsent import opened_with
from ulg.models import UnsentText
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def test_every_record_of_the_plan_is_tested_here():
    assert [kind.model for kind in KINDS] == [kind.model for kind in numbered()]


@each_kind
@each_role
def test_everyone_with_a_seat_reads_a_record_and_its_list(client, kind, role):
    record = kind.make()
    log_in(client, record.plan.city, role)

    pages = [client.get(url(record)), client.get(list_url(kind, record.plan.city))]

    assert [page.status_code for page in pages] == [200, 200]
    assert all(record.title in page.content.decode() for page in pages)


@each_kind
@each_role
def test_adding_needs_its_permission(client, kind, role):
    plan = factories.PlanFactory()
    log_in(client, plan.city, role)

    asked = client.get(add_url(kind, plan.city)).status_code
    sent = client.post(add_url(kind, plan.city), kind.form(plan)).status_code

    assert (asked, sent) == ((200, 302) if role in kind.may_add else (403, 403))


@each_kind
@each_role
def test_editing_taking_out_and_bringing_back_are_for_staff(client, kind, role):
    record = kind.make()
    log_in(client, record.plan.city, role)
    posted = {"revision": 1, **kind.form(record.plan)}

    answers = [
        client.get(url(record, "edit")).status_code,
        client.get(url(record, "remove")).status_code,
        client.post(url(record, "edit"), posted).status_code,
        client.post(url(record, "remove"), {"revision": 2}).status_code,
        client.post(url(record, "return"), {"revision": 3}).status_code,
    ]

    assert answers == ([200, 200, 302, 302, 302] if role in STAFF else [403] * 5)


@each_kind
def test_another_citys_record_is_not_there(client, kind):
    record = kind.make()
    seat = log_in(client, factories.PlanFactory().city, Role.COORDINATOR)
    cities = [record.plan.city, seat.city]

    found = [client.get(url(record, verb, city)).status_code for verb in ("", "edit", "remove") for city in cities]
    sent = [
        client.post(url(record, verb, city), {"revision": 1}).status_code
        for verb in ("edit", "remove", "return")
        for city in cities
    ]
    pages = [client.get(list_url(kind, record.plan.city)), client.get(add_url(kind, record.plan.city))]

    assert (found, sent) == ([404] * 6, [404] * 6)
    assert [page.status_code for page in pages] == [404, 404]
    record.refresh_from_db()
    assert (record.revision, record.removed_at) == (1, None)


@each_kind
def test_a_list_shows_its_own_city_only(client, kind):
    foreign, own = kind.make(title="Of the other city"), kind.make(title="Our own")
    log_in(client, own.plan.city)

    page = client.get(list_url(kind, own.plan.city)).content.decode()

    assert ("Our own" in page, foreign.title in page) == (True, False)


@each_kind
def test_a_record_is_added_under_the_next_code(client, kind):
    first = kind.make()
    seat = log_in(client, first.plan.city)

    response = client.post(add_url(kind, seat.city), kind.form(first.plan))

    added = kind.model.objects.get(title="A new title")
    assert (response.status_code, response.url) == (302, added.get_absolute_url())
    assert (added.number, added.created_by, added.updated_by, added.revision) == (2, seat, seat, 1)


@each_kind
def test_a_second_click_adds_no_second_record(client, kind):
    plan = factories.PlanFactory()
    log_in(client, plan.city)
    posted = kind.form(plan)

    answers = [client.post(add_url(kind, plan.city), posted) for _click in range(2)]

    added = kind.model.objects.get(title="A new title")
    assert [answer.url for answer in answers] == [added.get_absolute_url()] * 2


@each_kind
def test_another_text_under_the_same_title_is_another_record(client, kind):
    plan = factories.PlanFactory()
    log_in(client, plan.city)
    other = {"text": "More"} if kind.model is Finding else {"description": "More", "unit": "per cent"}

    for values in ({}, other):
        client.post(add_url(kind, plan.city), kind.form(plan, **values))

    assert kind.model.objects.filter(title="A new title").count() == 2


@each_kind
def test_a_form_with_a_fault_keeps_what_was_written(client, kind):
    plan = factories.PlanFactory()
    log_in(client, plan.city)

    response = client.post(add_url(kind, plan.city), kind.form(plan, title="x" * 201))

    assert response.status_code == 422
    assert "x" * 201 in response.content.decode()
    assert not kind.model.objects.exists()


@each_kind
def test_a_city_without_a_plan_has_nothing_to_add_to(client, kind):
    seat = MembershipFactory(role=Role.EDITOR)
    client.force_login(seat.user)

    assert client.get(add_url(kind, seat.city)).status_code == 404


@each_kind
def test_a_saved_form_leads_to_the_record(client, kind):
    record = kind.make()
    seat = log_in(client, record.plan.city)

    response = client.post(url(record, "edit"), {"revision": 1, **kind.form(record.plan)})

    record.refresh_from_db()
    assert (response.status_code, response.url) == (302, record.get_absolute_url())
    assert (record.title, record.revision, record.updated_by) == ("A new title", 2, seat)


@each_kind
def test_text_that_was_kept_is_in_the_form_again(client, kind):
    plan = factories.PlanFactory()
    seat = log_in(client, plan.city)
    address = add_url(kind, plan.city)
    UnsentText.objects.create(
        author=seat, form_url=address, page=address, title="Unsent", fields={"title": ["Half a sent"]}
    )

    response = client.get(address)

    assert response.context["form"]["title"].value() == "Half a sent"


@each_kind
def test_a_sent_form_leaves_no_unsent_text(client, kind):
    plan = factories.PlanFactory()
    seat = log_in(client, plan.city)
    address = add_url(kind, plan.city)
    text = {"title": "Unsent", "fields": {"title": ["Half a sent"]}}
    unsent = UnsentText.objects.create(author=seat, form_url=address, page=address, **text)

    client.post(address, {**kind.form(plan), **opened_with(unsent)})

    assert not UnsentText.objects.exists()
