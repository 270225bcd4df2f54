"""What holds for every record of the thread: who reads, adds, edits, takes out and brings back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from actionplan.models import RECORDS, Action, Barrier, Finding, Indicator, Objective, Solution
from tests import factories
from tests.factories import CommentFactory, MembershipFactory
from tests.queries import MOST, queries_of
from ulg.models import Draft
from ulg.roles import Role

pytestmark = pytest.mark.django_db

STAFF = {Role.EDITOR, Role.COORDINATOR}
CONTRIBUTORS = STAFF | {Role.MEMBER}
WITH_COMMENTS = (Barrier, Solution, Action)


@dataclass(frozen=True)
class Kind:
    """One kind of record, the room it stands in, who may add it, and what a form of it posts."""

    model: type
    room: str
    may_add: set[Role]
    posted: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.model._meta.model_name

    def make(self, **fields: Any) -> Any:
        return getattr(factories, f"{self.model.__name__}Factory")(**fields)

    def form(self, plan: Any, **values: Any) -> dict[str, Any]:
        posted = {"title": "A new title", **self.posted, **values}
        if self.model is Solution:
            posted["barriers"] = [factories.BarrierFactory(plan=plan).pk]
        return posted


KINDS = [
    Kind(Finding, "baseline", STAFF),
    Kind(Barrier, "barriers", CONTRIBUTORS, {"category": "law", "status": "raised"}),
    Kind(Solution, "solutions", CONTRIBUTORS, {"approach": "policy", "status": "proposed"}),
    Kind(Objective, "actions", STAFF),
    Kind(Action, "actions", STAFF, {"status": "idea"}),
    Kind(Indicator, "actions", STAFF),
]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_role = pytest.mark.parametrize("role", Role)


def url(record, verb="", city=None):
    name = f"{record.kind}-{verb}" if verb else record.kind
    return reverse(f"actionplan:{name}", args=[(city or record.plan.city).slug, record.pk])


def add_url(kind, city):
    return reverse(f"actionplan:{kind.name}-add", args=[city.slug])


def room_url(kind, city):
    return reverse(f"actionplan:{kind.room}", args=[city.slug])


def log_in(client, city, role=Role.EDITOR):
    seat = MembershipFactory(city=city, role=role)
    client.force_login(seat.user)
    return seat


def test_every_record_of_the_plan_is_tested_here():
    assert tuple(kind.model for kind in KINDS) == RECORDS


@each_kind
@each_role
def test_everyone_with_a_seat_reads_a_record_and_its_room(client, kind, role):
    record = kind.make()
    log_in(client, record.plan.city, role)

    pages = [client.get(url(record)), client.get(room_url(kind, record.plan.city))]

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
    rooms = [client.get(room_url(kind, record.plan.city)), client.get(add_url(kind, record.plan.city))]

    assert (found, sent) == ([404] * 6, [404] * 6)
    assert [page.status_code for page in rooms] == [404, 404]
    record.refresh_from_db()
    assert (record.revision, record.removed_at) == (1, None)


@each_kind
def test_a_room_shows_its_own_city_only(client, kind):
    foreign, own = kind.make(title="Of the other city"), kind.make(title="Our own")
    log_in(client, own.plan.city)

    page = client.get(room_url(kind, own.plan.city)).content.decode()

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
    Draft.objects.create(author=seat, action=address, page=address, title="Draft", fields={"title": ["Half a sent"]})

    response = client.get(address)

    assert response.context["form"]["title"].value() == "Half a sent"


@each_kind
def test_a_sent_form_leaves_no_draft(client, kind):
    plan = factories.PlanFactory()
    seat = log_in(client, plan.city)
    address = add_url(kind, plan.city)
    Draft.objects.create(author=seat, action=address, page=address, title="Draft", fields={"title": ["Half a sent"]})

    client.post(address, kind.form(plan))

    assert not Draft.objects.exists()


@each_kind
def test_taking_out_asks_and_can_be_undone(client, kind):
    record = kind.make(title="To be taken out")
    seat = log_in(client, record.plan.city)
    room = room_url(kind, seat.city)

    asked = client.get(url(record, "remove")).content.decode()
    removed = client.post(url(record, "remove"), {"revision": 1}, follow=True)
    record.refresh_from_db()
    was_removed_at = record.removed_at
    fold = [(each.kind, each.pk, each.revision) for each in removed.context["taken_out"]]
    returned = client.post(url(record, "return"), {"revision": record.revision}, follow=True)

    assert f"Take {record.code} out of the plan?" in asked
    assert (removed.redirect_chain, was_removed_at is None) == ([(room, 302)], False)
    assert record.get_absolute_url() in str(next(iter(removed.context["messages"])))
    assert fold == [(kind.name, record.pk, 2)]
    record.refresh_from_db()
    assert (returned.redirect_chain, record.removed_at) == ([(record.get_absolute_url(), 302)], None)
    assert record.title in client.get(room).content.decode()


@each_kind
def test_a_record_that_was_taken_out_keeps_its_page(client, kind):
    record = kind.make(removed_at=timezone.now())
    log_in(client, record.plan.city, Role.OBSERVER)

    page = client.get(url(record)).content.decode()

    assert "This was taken out of the plan" in page
    assert "Bring it back" not in page


@each_kind
@pytest.mark.parametrize("posted", [{"revision": 1}, {}, {"revision": "x"}, {"revision": 9}])
def test_an_old_page_takes_nothing_out(client, kind, posted):
    record = kind.make()
    log_in(client, record.plan.city)
    client.post(url(record, "edit"), {"revision": 1, **kind.form(record.plan)})

    response = client.post(url(record, "remove"), posted)

    record.refresh_from_db()
    assert (response.status_code, record.removed_at, record.revision) == (409, None, 2)
    assert 'name="revision" value="2"' in response.content.decode()


@each_kind
def test_taking_out_twice_is_said_and_done_once(client, kind):
    record = kind.make()
    log_in(client, record.plan.city)

    answers = [client.post(url(record, "remove"), {"revision": 1}) for _click in range(2)]

    record.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert record.revision == 2


@each_kind
def test_nothing_is_brought_back_by_following_a_link(client, kind):
    record = kind.make(removed_at=timezone.now())
    log_in(client, record.plan.city)

    assert client.get(url(record, "return")).status_code == 405


@each_kind
@each_role
def test_pages_take_the_same_few_queries_for_one_row_and_for_three(client, kind, role):
    counts = []
    for rows in (1, 3):
        record = thread_through(kind, rows)
        log_in(client, record.plan.city, role)
        counts.append([queries_of(client, room_url(kind, record.plan.city)), queries_of(client, url(record))])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= MOST


@each_kind
def test_forms_take_the_same_few_queries_for_one_row_and_for_three(client, kind):
    counts = []
    for rows in (1, 3):
        record = thread_through(kind, rows)
        log_in(client, record.plan.city)
        addresses = [url(record, "edit"), url(record, "remove"), add_url(kind, record.plan.city)]
        counts.append([queries_of(client, address) for address in addresses])

    assert counts[0] == counts[1]
    assert max(counts[1]) <= MOST


@each_kind
def test_a_room_holds_twenty_five_to_a_page(client, kind):
    plan = factories.PlanFactory()
    for _row in range(26):
        kind.make(plan=plan)
    log_in(client, plan.city)
    name = "indicators" if kind.model is Indicator else "page"

    pages = [client.get(f"{room_url(kind, plan.city)}?{name}={number}").context for number in (1, 2, 99, "x")]

    if kind.model is Objective:
        assert [len(context["unserved"]) for context in pages] == [25] * 4
    else:
        assert [len(context[name].object_list) for context in pages] == [25, 1, 1, 25]


def thread_through(kind, rows):
    """A record with so many neighbours and comments on each side, in a room of so many."""
    plan = factories.PlanFactory()
    findings = factories.FindingFactory.create_batch(rows, plan=plan)
    barriers = [factories.BarrierFactory(plan=plan, findings=findings) for _row in range(rows)]
    solutions = [factories.SolutionFactory(plan=plan, barriers=barriers) for _row in range(rows)]
    objectives = factories.ObjectiveFactory.create_batch(rows, plan=plan)
    pairs = zip(solutions, objectives, strict=True)
    actions = [factories.ActionFactory(plan=plan, solution=one, objective=other) for one, other in pairs]
    factories.IndicatorFactory.create_batch(rows, plan=plan, actions=actions)
    for _row in range(rows):
        kind.make(plan=plan, removed_at=timezone.now())
    record = kind.model.objects.current().filter(plan=plan).first()
    if kind.model in WITH_COMMENTS:
        CommentFactory.create_batch(rows, plan=plan, **{"barrier": None, kind.name: record})
    return record
