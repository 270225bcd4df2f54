"""Pages that are kept: whatever changes, in any order, a reader sees what they would see if nothing were cached."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplan.models import Barrier, Comment, Record, Solution
from actionplan.services import comments, records, solutions, versions
from tests import factories
from tests.servers import ask, gunicorn
from ulg.caching import fragments
from ulg.caching.fragments import LARGE, SMALL
from ulg.models import City, Membership, Revised
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db

LISTS = ("overview", "barriers", "solutions", "plan")
# What differs from one answer to the next: a form's token and key, when it was opened and signed
PASSING = re.compile(
    r"""(?<=csrfmiddlewaretoken" value=")\w+|(?<=data-opened=")[^"]+"""
    r"""|(?<=X-CSRFToken": ")\w+|(?<=submission_key" value=")[^"]+|:[\w-]+:[\w-]{43}(?=">)"""
)


@dataclass
class World:
    """A city with one record of each kind, one reader of each role, and what may happen to it."""

    city: City
    records: dict[str, Record]
    seats: dict[str, Membership]

    @property
    def editor(self) -> Membership:
        return self.seats[Role.EDITOR]

    @property
    def barrier(self) -> Barrier:
        return Barrier.objects.select_related("plan__city").get(pk=self.records["barrier"].pk)

    @property
    def solution(self) -> Solution:
        return Solution.objects.select_related("plan__city").get(pk=self.records["solution"].pk)

    def _save(self, record: Record, **changes: object) -> None:
        saving.save(record, changes, seen=record.revision, by=self.editor)

    def write(self) -> None:
        self._save(self.barrier, title=f"Title {self.barrier.revision}", description="What it is")

    def park(self) -> None:
        status = "raised" if self.barrier.status == "parked" else "parked"
        self._save(self.barrier, status=status, parked_reason="Not ours")

    def unlink(self) -> None:
        found = {self.records["finding"].pk}
        self._save(self.barrier, findings=found - set(self.barrier.findings.values_list("pk", flat=True)))

    def reject(self) -> None:
        status = "proposed" if self.solution.status == "rejected" else "rejected"
        self._save(self.solution, status=status, rejected_reason="Too dear")

    def take_out_or_bring_back(self) -> None:
        change = records.bring_back if self.solution.removed_at else records.remove
        change(self.solution, seen=self.solution.revision, by=self.editor)

    def adopt(self) -> None:
        if self.solution.status != "rejected" and not self.solution.removed_at:
            title, seen = "Adopted", self.solution.revision
            solutions.adopt(self.solution, by=self.editor, seen=seen, title=title, objective=None)

    def raise_another(self) -> None:
        factories.BarrierFactory(plan=self.barrier.plan)

    def comment(self) -> None:
        comments.add(self.barrier, text="Too large for us", by=self.seats[Role.MEMBER])

    def answer(self) -> None:
        comments.reply(Comment.objects.threads().first(), text="We split them", by=self.editor)

    def reword(self) -> None:
        said = Comment.objects.threads().first()
        saving.save(said, {"text": f"Reworded {said.revision}"}, seen=said.revision, by=said.author)

    def withdraw(self) -> None:
        said = Comment.objects.filter(withdrawn_at=None, parent=None).last()
        if said is not None:
            comments.withdraw(said, seen=said.revision, by=said.author)

    def publish(self) -> None:
        versions.publish_version(self.barrier.plan, by=self.seats[Role.COORDINATOR])

    def rename(self) -> None:
        """The member who has commented changes their name on their own page."""
        member = self.seats[Role.MEMBER]
        response = self.client(Role.MEMBER).post(
            reverse("ulg:me-person", args=[self.city.slug]), {"name": f"{member.user.name}x", "language": "sv"}
        )
        assert response.status_code == 302
        member.user.refresh_from_db()

    def rename_organisation(self) -> None:
        organisation = self.seats[Role.MEMBER].organisation
        organisation.refresh_from_db()
        saving.save(organisation, {"name": f"{organisation.name}x"}, seen=organisation.revision, by=self.editor)

    def rename_city(self) -> None:
        self.city.refresh_from_db()
        saving.save(self.city, {"name": f"{self.city.name}x"}, seen=self.city.revision, by=self.editor)

    def client(self, role: str) -> Client:
        client = Client()
        client.force_login(self.seats[role].user)
        return client

    def pages(self) -> list[str]:
        lists = [reverse(f"actionplan:{name}", args=[self.city.slug]) for name in LISTS]
        return [*lists, *(record.get_absolute_url() for record in self.records.values())]


# Each is one of the world's deeds
DEEDS = [
    *("write", "park", "unlink", "reject", "take_out_or_bring_back", "adopt", "raise_another"),
    *("comment", "answer", "reword", "withdraw", "publish", "rename", "rename_organisation", "rename_city"),
]


def new_world() -> World:
    plan = factories.PlanFactory()
    finding = factories.FindingFactory(plan=plan)
    barrier = factories.BarrierFactory(plan=plan, findings=[finding])
    solution = factories.SolutionFactory(plan=plan, barriers=[barrier])
    objective = factories.ObjectiveFactory(plan=plan)
    action = factories.ActionFactory(plan=plan, solution=solution, objective=objective)
    indicator = factories.IndicatorFactory(plan=plan, actions=[action])
    found = [finding, barrier, solution, objective, action, indicator]
    organisation = factories.OrganisationFactory(city=plan.city)
    seats = {role: factories.MembershipFactory(city=plan.city, role=role, organisation=organisation) for role in Role}
    comments.add(barrier, text="Said first", by=seats[Role.MEMBER])
    return World(plan.city, {record.kind: record for record in found}, seats)


def forget() -> None:
    for store in (SMALL, LARGE):
        caches[store].clear()


def seen_by(world: World, role: str) -> dict[str, str]:
    client = world.client(role)
    return {page: PASSING.sub("", client.get(page).content.decode()) for page in world.pages()}


def tables_read_by(world: World, role: str) -> set[str]:
    with CaptureQueriesContext(connection) as queries:
        seen_by(world, role)
    return {table for query in queries for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}


@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(list(Role))), min_size=2, max_size=5))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_changes_a_kept_page_shows_what_a_new_one_shows(steps):
    world = new_world()

    for deed, role in steps:
        seen_by(world, role)
        getattr(world, deed)()
        kept = seen_by(world, role)
        forget()
        assert kept == seen_by(world, role)


@pytest.mark.django_db(transaction=True)
def test_a_page_that_another_process_has_kept_shows_what_was_changed_here(tmp_path):
    world = new_world()
    session = world.client(Role.EDITOR).cookies["sessionid"].value
    stale = []

    with gunicorn(tmp_path) as (port, _process):
        for deed in ("write", "comment", "rename", "rename_organisation", "publish"):  # of each part of a city
            for page in world.pages():
                ask(port, "GET", page, session=session)
            getattr(world, deed)()
            forget()
            shown = {page: PASSING.sub("", ask(port, "GET", page, session=session).text) for page in world.pages()}
            stale += [(deed, page) for page, text in seen_by(world, Role.EDITOR).items() if shown[page] != text]

    assert stale == []


def test_every_table_that_a_kept_page_is_drawn_from_renews_the_revision_of_its_city():
    world = new_world()
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    drawn: set[str] = set()
    for role in Role:
        forget()
        anew, kept = tables_read_by(world, role), tables_read_by(world, role)
        drawn |= anew - kept

    through = {table for table in drawn if models[table]._meta.auto_created}
    revised = {table for table in drawn if issubclass(models[table], Revised) and models[table].renews}
    # A person's name renews it in `revisions.renew_all_of`, a version in `versions.publish_version`;
    # an event is written with a change of its record, which does
    assert drawn - through - revised <= {"ulg_user", "actionplan_planversion", "ulg_event"}


@pytest.mark.parametrize("role", Role)
def test_a_page_that_another_reader_has_opened_shows_nothing_of_hers(role):
    world = new_world()
    other = factories.MembershipFactory(city=world.city, role=role)
    alone = seen_by(world, role)
    forget()
    for each in Role:
        seen_by(world, each)
    mine, world.seats[role] = world.seats[role], other
    seen_by(world, role)
    world.seats[role] = mine

    assert seen_by(world, role) == alone


def test_after_a_change_only_what_shows_it_is_drawn_anew(monkeypatch):
    world = new_world()
    factories.BarrierFactory(plan=world.barrier.plan)
    client = world.client(Role.EDITOR)
    pages = [reverse("actionplan:barriers", args=[world.city.slug]), world.barrier.get_absolute_url()]
    for page in pages:
        client.get(page)
    templates = []
    monkeypatch.setattr(fragments, "get_template", lambda name: templates.append(name) or get_template(name))

    world.write()
    for page in pages:
        client.get(page)

    assert sorted(templates) == [
        "actionplan/barriers/_row.html",
        "actionplan/barriers/show.html",
    ]


def test_another_citys_member_finds_no_kept_page():
    world = new_world()
    seen_by(world, Role.EDITOR)
    stranger = Client()
    stranger.force_login(factories.MembershipFactory(role=Role.EDITOR).user)

    assert {stranger.get(page).status_code for page in world.pages()} == {404}


def test_a_form_on_a_kept_page_carries_its_own_token():
    world = new_world()
    seen_by(world, Role.MEMBER)
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.seats[Role.MEMBER].user)

    page = client.get(world.barrier.get_absolute_url()).content.decode()
    panel = page[page.index('id="write-comment"') :]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', panel)[1]
    url = re.search(r'action="([^"]+)"', panel)[1]
    response = client.post(url, {"text": "Posted from a kept page", "csrfmiddlewaretoken": token})

    assert (response.status_code, Comment.objects.last().text) == (302, "Posted from a kept page")


def test_text_that_looks_like_a_mark_stays_text():
    world = new_world()
    words = "<!-- gap --> <!-- token --> <!-- comments --> <!-- person -->"
    saving.save(world.barrier, {"title": words, "description": words}, seen=world.barrier.revision, by=world.editor)
    comments.add(world.barrier, text=words, by=world.editor)

    pages = [seen_by(world, Role.EDITOR)[page] for page in world.pages() if "barriers" in page]

    escaped = words.replace("<", "&lt;").replace(">", "&gt;")
    assert [escaped in page for page in pages] == [True, True]
    assert ["<!--" in page for page in pages] == [False, False]
