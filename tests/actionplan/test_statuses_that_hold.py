"""A barrier is met by an action, and a solution has become one, as long as there is such an action: on every page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from actionplan.document import snapshot
from actionplan.forms.barriers import BarrierForm
from actionplan.forms.solutions import SolutionForm
from actionplan.queries import overview
from actionplan.services import records, solutions
from tests import factories
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db

MET, BECAME = "Has action", "Became an action"
CHANGES = ("drop", "take up", "remove", "bring back")


class Scene:
    """Two barriers, the second met by one of two solutions only; each solution has become an action."""

    def __init__(self) -> None:
        self.plan = factories.PlanFactory()
        self.staff = factories.MembershipFactory(city=self.plan.city, role=Role.EDITOR)
        self.barriers = [factories.BarrierFactory(plan=self.plan) for _each in range(2)]
        linked = [self.barriers, self.barriers[:1]]
        self.solutions = [factories.SolutionFactory(plan=self.plan, barriers=each) for each in linked]
        self.actions = [
            solutions.adopt(each, by=self.staff, seen=1, title=f"Action {each.code}", objective=None)
            for each in self.solutions
        ]
        self.client = Client()
        self.client.force_login(self.staff.user)

    def do(self, kind: str, place: int, change_name: str) -> None:
        record = getattr(self, kind)[place]
        record.refresh_from_db()
        facts: dict[str, Any] = {"seen": record.revision, "by": self.staff}
        if change_name in ("remove", "bring back"):
            getattr(records, change_name.replace(" ", "_"))(record, **facts)
        elif kind == "actions":
            saving.save(record, {"status": "dropped" if change_name == "drop" else "idea"}, **facts)
        else:
            change = {"status": "rejected", "rejected_reason": "No"} if change_name == "drop" else {"status": "adopted"}
            saving.save(record, change, **facts)

    def page(self, name: str, *args: Any, **query: str) -> str:
        url = reverse(f"actionplan:{name}", args=[self.plan.city.slug, *args])
        return self.client.get(url, query).content.decode()


def statuses(page: str) -> list[str]:
    return re.findall(r'<span class="status[^"]*">(Has action|Became an action|Agreed|Selected)</span>', page)


def expected(scene: Scene) -> tuple[list[str], list[str]]:
    """What the two barriers and the two solutions are, by a plain definition."""
    for each in [*scene.actions, *scene.solutions]:
        each.refresh_from_db()
    done = [action.removed_at is None and action.status != "dropped" for action in scene.actions]
    kept = [each.removed_at is None and each.status != "rejected" for each in scene.solutions]
    stands = [each and there for each, there in zip(done, kept, strict=True)]
    met = [MET if any(stands) else "Agreed", MET if stands[0] else "Agreed"]
    return met, [BECAME if each else "Selected" for each in done]


steps = st.tuples(st.sampled_from(["actions", "solutions"]), st.integers(0, 1), st.sampled_from(CHANGES))


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(done=st.lists(steps, min_size=1, max_size=8))
def test_every_page_says_what_holds_whatever_was_dropped_removed_and_brought_back(done):
    scene = Scene()
    for step in done:
        scene.do(*step)
    met, became = expected(scene)
    here = [place for place, each in enumerate(scene.solutions) if each.removed_at is None]
    shown = [became[place] for place in here if scene.solutions[place].status != "rejected"]

    for place, barrier in enumerate(scene.barriers):
        assert statuses(scene.page("barrier", barrier.pk).partition('id="trace"')[0]) == [met[place]]
    assert statuses(scene.page("barriers")) == met
    assert statuses(scene.page("barriers", status="addressed")) == [each for each in met if each == MET]
    assert statuses(scene.page("solutions")) == shown
    assert statuses(scene.page("solutions", status="adopted")) == [each for each in shown if each == BECAME]
    assert sorted(statuses(scene.page("plan"))) == sorted([*met, *shown])
    document = snapshot.take(scene.plan)
    words = {"addressed": MET, "agreed": "Agreed", "adopted": BECAME, "selected": "Selected"}
    assert [words[each["status"]] for each in document["barriers"]] == met
    assert [words[each["status"]] for each in document["solutions"] if each["status"] in words] == shown
    _plan, stands = overview.plan_with_counts(scene.plan.city)
    assert stands.solutions_without_action == shown.count("Selected")
    traced = statuses(scene.page("finding", _finding_of(scene).pk).partition('id="trace"')[2])
    assert traced == [*met, *shown]


def _finding_of(scene: Scene) -> Any:
    finding = factories.FindingFactory(plan=scene.plan)
    for barrier in scene.barriers:
        barrier.refresh_from_db()
        saving.save(barrier, {"findings": [finding]}, seen=barrier.revision, by=scene.staff)
    return finding


def test_the_page_tells_that_a_status_no_longer_holds_until_it_does_again():
    scene = Scene()
    told = "It is marked as “{}”, but there is no action that does it now. Until there is one it counts as “{}”."
    pages = [
        ("barrier", scene.barriers[1].pk, told.format(MET, "Agreed")),
        ("solution", scene.solutions[0].pk, told.format(BECAME, "Selected")),
    ]

    before = [words in scene.page(name, pk) for name, pk, words in pages]
    scene.do("actions", 0, "drop")
    fallen = [words in scene.page(name, pk) for name, pk, words in pages]
    scene.do("actions", 0, "take up")
    after = [words in scene.page(name, pk) for name, pk, words in pages]

    assert (before, fallen, after) == ([False] * 2, [True] * 2, [False] * 2)


@pytest.mark.parametrize(
    ("form", "kind", "claim"), [(BarrierForm, "barriers", MET), (SolutionForm, "solutions", BECAME)]
)
def test_that_an_action_stands_behind_it_can_be_said_while_one_does(form, kind, claim):
    scene = Scene()
    record = getattr(scene, kind)[0]
    record.refresh_from_db()

    carried_out = _words(form, record)
    for place in range(2):
        scene.do("actions", place, "remove")
    record = type(record).objects.get(pk=record.pk)
    fallen = _words(form, record)
    record.status = "agreed" if kind == "barriers" else "selected"
    other = _words(form, record)

    assert (claim in carried_out, claim in fallen, claim in other) == (True, False, False)
    assert [each for each in fallen if each.startswith(claim)] == [
        f"{claim} – there is no action now, so it counts as “{'Agreed' if kind == 'barriers' else 'Selected'}”"
    ]
    assert not [each for each in other if each.startswith(claim)]


def _words(form: type[BarrierForm | SolutionForm], record: Any) -> list[str]:
    return [str(words) for _code, words in form(instance=record).fields["status"].choices]


def test_who_chooses_it_on_an_old_page_is_told_why_it_cannot_be():
    barrier = factories.BarrierFactory()

    form = BarrierForm({"title": "Lots", "category": "market", "status": "addressed"}, instance=barrier)

    assert form.errors == {"status": ["There is no action now that does this. Choose another status."]}


def test_a_fallen_barrier_is_among_those_that_a_new_action_meets():
    scene = Scene()
    for place in range(2):
        scene.do("actions", place, "drop")

    page = scene.page("solution-adopt", scene.solutions[1].pk)

    assert (scene.barriers[0].code in page, statuses(page)) == (True, ["Agreed"])
