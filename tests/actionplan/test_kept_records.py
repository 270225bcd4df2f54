"""What the plan counts as kept, and where a next step is missing: every place that says so follows one definition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from actionplan.document import snapshot
from actionplan.document.frozen import FrozenDocument
from actionplan.exports import web_document as exported
from actionplan.models import Action, Barrier, Solution
from actionplan.models.solution import note_solutions
from actionplan.queries import gaps, overview, plan_document, tasks, trace
from actionplan.reference.actions import ActionStatus
from actionplan.reference.barriers import BarrierStatus
from actionplan.reference.solutions import SolutionStatus
from actionplan.views.solutions import with_neighbours
from tests import factories
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db

PLAIN = [("", "")]
STATUSES = {
    "finding": PLAIN,
    "barrier": BarrierStatus,
    "solution": SolutionStatus,
    "objective": PLAIN,
    "action": ActionStatus,
    "indicator": PLAIN,
}
# The kind that each kind is linked to, by the name of the link
LINKS = {"barrier": "finding", "solution": "barrier", "action": "solution", "indicator": "action"}
NEXT = {before: after for after, before in LINKS.items()}


@dataclass(eq=False)
class Thing:
    """A record as the definition sees it: its status, whether it was taken out, and its neighbours."""

    kind: str
    status: str
    is_removed: bool
    before: list[Thing] = field(default_factory=list)
    after: list[Thing] = field(default_factory=list)
    serving: list[Thing] = field(default_factory=list)
    record: Any = None

    @property
    def is_kept(self) -> bool:
        return not self.is_removed and self.status not in ("rejected", "dropped")

    @property
    def is_open(self) -> bool:
        return self.is_kept and self.status not in ("parked", "resolved")

    @property
    def has_gap_after(self) -> bool:
        return self.is_open and not any(each.is_kept for each in self.after)

    @property
    def has_gap_before(self) -> bool:
        return self.is_open and not any(each.is_kept for each in self.before)

    @property
    def code(self) -> str:
        return self.record.code


@st.composite
def plans(draw: st.DrawFn) -> dict[str, list[Thing]]:
    made: dict[str, list[Thing]] = {}
    for kind in ("finding", "barrier", "solution", "objective", "action", "indicator"):
        status = st.sampled_from(STATUSES[kind])
        made[kind] = [
            Thing(kind, draw(status), draw(st.integers(0, 3)) == 0) for _number in range(draw(st.integers(1, 3)))
        ]
    for kind, before in LINKS.items():
        most = 1 if kind == "action" else 3
        for thing in made[kind]:
            for place in draw(st.sets(st.integers(0, len(made[before]) - 1), max_size=most)):
                thing.before.append(made[before][place])
                made[before][place].after.append(thing)
    for thing in made["action"]:
        draw(st.sampled_from(made["objective"])).serving.append(thing)
    return made


def store(made: dict[str, list[Thing]]) -> Membership:
    """The same in the database, with a coordinator who looks at it."""
    plan = factories.PlanFactory()
    seat = factories.MembershipFactory(city=plan.city, role=Role.COORDINATOR)
    for things in made.values():
        for thing in things:
            thing.record = _record(plan, thing, made)
            if thing.is_removed:
                type(thing.record).objects.filter(pk=thing.record.pk).update(removed_at=plan.updated_at)
                thing.record.refresh_from_db()
    return seat


def _record(plan: Any, thing: Thing, made: dict[str, list[Thing]]) -> Any:
    before = [each.record for each in thing.before]
    factory = getattr(factories, f"{thing.kind.title()}Factory")
    if thing.kind in ("finding", "objective"):
        return factory(plan=plan)
    if thing.kind == "barrier":
        return factory(plan=plan, findings=before, status=thing.status, parked_reason="Later")
    if thing.kind == "solution":
        return factory(plan=plan, barriers=before, status=thing.status, rejected_reason="Too dear")
    if thing.kind == "indicator":
        return factory(plan=plan, actions=before)
    objective = next(each.record for each in made["objective"] if thing in each.serving)
    solution = before[0] if before else None
    return factory(plan=plan, solution=solution, objective=objective, status=thing.status)


def kept(things: list[Thing]) -> list[str]:
    return sorted(each.code for each in things if each.is_kept)


def current(things: list[Thing]) -> list[str]:
    return sorted(each.code for each in things if not each.is_removed)


def with_gap(things: list[Thing], side: str = "after") -> list[str]:
    return sorted(each.code for each in things if getattr(each, f"has_gap_{side}"))


def unserved(made: dict[str, list[Thing]]) -> list[str]:
    return sorted(
        each.code for each in made["objective"] if each.is_kept and not any(thing.is_kept for thing in each.serving)
    )


every_plan = given(made=plans())
few = settings(max_examples=25, phases=[Phase.explicit, Phase.generate])


@few
@every_plan
def test_the_overview_counts_what_the_definition_says(made):
    seat = store(made)

    _plan, stands = overview.plan_with_counts(seat.city)

    counted = {kind: getattr(stands, f"{kind}s") for kind in made}
    assert counted == {kind: len(kept(things)) for kind, things in made.items()}
    assert (stands.barriers_unsolved, stands.solutions_without_action, stands.actions_without_lead) == (
        len(with_gap(made["barrier"])),
        len(with_gap(made["solution"])),
        len(kept(made["action"])),
    )


@few
@every_plan
def test_the_tasks_are_about_kept_actions(made):
    seat = store(made)

    found = tasks.in_plan(seat.city.plan, [])

    assert sorted(task.code for task in found) == kept(made["action"])


@few
@every_plan
def test_what_is_missing_is_what_the_definition_calls_a_gap(made):
    seat = store(made)

    found = gaps.missing(seat.city.plan)

    words = {
        "has no solution and is not parked": with_gap(made["barrier"]),
        "has no action": unserved(made),
        "has no indicator": with_gap(made["action"]),
        "does not measure any action": with_gap(made["indicator"], "before"),
        "has no source": kept(made["finding"]),
        "has no baseline value": kept(made["indicator"]),
        "has no responsible organisation": kept(made["action"]),
    }
    assert {end: sorted(gap.words.split()[0] for gap in found if gap.words.endswith(end)) for end in words} == words


@few
@every_plan
def test_the_trace_of_a_record_has_gaps_where_the_definition_says(made):
    store(made)
    ends = {}

    for thing in (each for kind, things in made.items() if kind != "objective" for each in things):
        steps = trace.trace(thing.record)
        here = next(place for place, step in enumerate(steps) if step.is_here)
        before, after = steps[here - 1 : here] if here else [], steps[here + 1 : here + 2]
        ends[thing.code] = (any(step.is_gap for step in before), any(step.is_gap for step in after))

    assert ends == {
        thing.code: (
            kind in LINKS and thing.has_gap_before,
            kind in NEXT and thing.has_gap_after,
        )
        for kind, things in made.items()
        if kind != "objective"
        for thing in things
    }


@few
@every_plan
def test_the_plan_and_the_lists_show_kept_neighbours(made):
    seat = store(made)
    read = plan_document.read(plan_document.plan_of(seat.city), seat, {})
    parts = {part.part.records: part.records for chapter in read.chapters for part in chapter.parts}

    assert sorted(action.code for action in parts["actions"]) == kept(made["action"])
    for kind, count in (("barrier", "after"), ("solution", "before"), ("objective", "serving")):
        shown = {record.code: record.linked for record in parts[f"{kind}s"]}
        assert shown == {each.code: len(kept(getattr(each, count))) for each in made[kind] if not each.is_removed}
    listed = list(Barrier.objects.in_city(seat.city).current())
    note_solutions(listed)
    assert {each.code: each.solution_count for each in listed} == {
        each.code: len(kept(each.after)) for each in made["barrier"] if not each.is_removed
    }
    rows = with_neighbours(Solution.objects.in_city(seat.city).current())
    assert {row.code: sorted(action.code for action in row.actions.all()) for row in rows} == {
        each.code: kept(each.after) for each in made["solution"] if not each.is_removed
    }


@few
@every_plan
def test_the_document_holds_what_the_definition_says(made):
    seat = store(made)
    document = snapshot.take(seat.city.plan)
    doc = exported.read(FrozenDocument(document), {})

    shown = {
        each["code"]: {
            name: value for name, value in each.items() if name in ("actions", "lacks_solution", "lacks_action")
        }
        for kind in ("barriers", "solutions", "objectives", "indicators")
        for each in doc["records"][kind]
    }
    codes = {code: sorted(link["code"] for link in found.get("actions", [])) for code, found in shown.items()}
    assert sorted(action["code"] for action in document["actions"]) == kept(made["action"])
    assert codes == {
        **{each.code: [] for each in made["barrier"] if not each.is_removed},
        **{each.code: kept(each.after) for each in made["solution"] if not each.is_removed},
        **{each.code: kept(each.serving) for each in made["objective"] if not each.is_removed},
        **{each.code: kept(each.before) for each in made["indicator"] if not each.is_removed},
    }
    assert sorted(code for code, found in shown.items() if found.get("lacks_solution")) == with_gap(made["barrier"])
    assert sorted(code for code, found in shown.items() if found.get("lacks_action")) == sorted(
        [*with_gap(made["solution"]), *unserved(made)]
    )


@few
@every_plan
def test_a_record_and_its_rows_say_the_same(made):
    store(made)

    for model, kind in ((Action, "action"), (Barrier, "barrier"), (Solution, "solution")):
        mine = model.objects.filter(plan=made[kind][0].record.plan)
        assert sorted(mine.kept().values_list("code", flat=True)) == kept(made[kind])
        assert sorted(each.code for each in mine if each.is_kept) == kept(made[kind])
        assert sorted(mine.open().values_list("code", flat=True)) == sorted(each.code for each in mine if each.is_open)
