"""The plan as one document to read: its outline with the sections and the records that stand in it. Six queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.db.models import CharField, Count, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from actionplan.kinds import ACTION, FINDING, SECTION, find, numbered
from actionplan.models import Action, Barrier, Comment, Finding, Indicator, Objective, Plan, Record, Section, Solution
from actionplan.models.kind_of_record import count_of, status_now
from actionplan.reference.outline import NUMBERS, OUTLINE, Chapter, Part
from ulg.models import City, Deed, Event, Membership, UnsentText

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

NOTHING = Value("")
UnsentBySection = dict[str, list[UnsentText]]
MOST = 100  # of each kind of record; the rest stands on the page of its own


class PlanFigures(TypedDict):
    """What `plan_of` adds to the plan."""

    last_number: int | None
    member_count: int
    comment_count: int
    waiting_count: int


@dataclass
class PartToRead:
    """A part of the plan with its section, its records, and who is writing in it."""

    part: Part
    number: str
    section: Section | None = None
    records: list[Any] = field(default_factory=list)
    total: int = 0
    writers: list[Membership] = field(default_factory=list)
    unsent: UnsentText | None = None

    @property
    def key(self) -> str:
        return self.part.key

    @property
    def heading(self) -> str:
        return f"{self.number} {self.part.title}".strip()

    @property
    def template(self) -> str:
        return f"actionplan/plan/records/_{self.part.records}.html"

    @property
    def left_out(self) -> int:
        return self.total - len(self.records)


@dataclass
class ChapterToRead:
    chapter: Chapter
    number: str
    parts: list[PartToRead]

    @property
    def heading(self) -> str:
        return f"{self.number} {self.chapter.title}".strip()


@dataclass
class PlanToRead:
    plan: WithAnnotations[Plan, PlanFigures]
    chapters: list[ChapterToRead]
    changed_at: datetime


def plan_of(city: City) -> WithAnnotations[Plan, PlanFigures]:
    """The city's plan with what its page counts."""
    members = Membership.objects.current().filter(city=OuterRef("city"))
    threads = Comment.objects.filter(plan=OuterRef("pk")).current().in_plan().threads()
    waiting = Comment.objects.filter(plan=OuterRef("pk")).waiting()
    plans = Plan.objects.in_city(city).annotate(
        last_number=Max("versions__number"),
        member_count=_count(members),
        comment_count=_count(threads),
        waiting_count=_count(waiting),
    )
    plan = plans.get()
    plan.city = city
    return plan


def read(plan: WithAnnotations[Plan, PlanFigures], reader: Membership, unsent: UnsentBySection) -> PlanToRead:
    sections = {section.key: section for section in sections_of(plan)}
    records = _records(plan)
    chapters = [
        ChapterToRead(
            chapter,
            NUMBERS[f"chapter {chapter.key}"],
            [_part(plan, part, sections, records, unsent, reader) for part in chapter.parts],
        )
        for chapter in OUTLINE
    ]
    every = [*sections.values(), *(record for found in records.values() for record in found)]
    return PlanToRead(plan, chapters, max([plan.updated_at, *(record.updated_at for record in every)]))


def sections_of(plan: Plan) -> QuerySet[Section]:
    """Sections with their last writers, whose text they were joined with, and the number of comments."""
    events = Event.objects.filter(record=OuterRef("pk"), kind=SECTION.name)
    joined = events.filter(revision=OuterRef("revision"), deed=Deed.MERGED)
    before = events.filter(revision=OuterRef("revision") - 1)
    threads = Comment.objects.filter(record=OuterRef("pk")).current().threads()
    return (
        Section.objects.filter(plan=plan)
        .select_related("updated_by__user")
        .annotate(
            comment_count=_count(threads),
            merged_at=Subquery(joined.values("at")[:1]),
            merged_with=Subquery(before.values("by__user__name")[:1]),
        )
    )


def _count(rows: QuerySet) -> Coalesce:
    """How many rows a subquery finds, by whatever it is tied to the outer query."""
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(counted), 0)


def _part(
    plan: Plan,
    part: Part,
    sections: dict[str, Section],
    records: dict[str, list[Any]],
    unsent: UnsentBySection,
    reader: Membership,
) -> PartToRead:
    found = records.get(KINDS.get(part.records, ""), [])
    here = unsent.get(part.key, [])
    section = sections.get(part.key)
    if section:
        section.plan = plan
    return PartToRead(
        part,
        NUMBERS[part.key],
        section,
        found[:MOST],
        len(found),
        list(dict.fromkeys(text.author for text in here if text.author_id != reader.pk)),
        next((text for text in here if text.author_id == reader.pk), None),
    )


# What stands in a part, by its `records`: a kind by its plural, or actions looked at in one of these ways
KINDS = (
    {kind.plural: kind.name for kind in numbered()}
    | dict.fromkeys(("overview", "timeline", "funding", "risks"), ACTION.name)
    | {"baseline": FINDING.name}
)


def _records(plan: Plan) -> dict[str, list[Record]]:
    actions = Action.objects.kept().filter(plan=plan).select_related("objective", "solution")
    indicators = Indicator.objects.kept().filter(plan=plan)
    found: dict[str, list[Record]] = {"action": [*actions], "indicator": [*indicators], **_thread(plan)}
    for record in (record for records in found.values() for record in records):
        record.plan = plan
    return found


def _thread(plan: Plan) -> dict[str, list[Record]]:
    """Findings, barriers, solutions and objectives, as much of them as the page shows, in one query."""
    rows = _rows(plan, Finding, note=F("source"), number=Coalesce("year", 0)).union(
        _rows(plan, Barrier, status=status_now(Barrier), note=F("category"), number=count_of(Barrier, "solutions")),
        _rows(
            plan, Solution, status=status_now(Solution), note=F("solution_type"), number=count_of(Solution, "barriers")
        ),
        _rows(plan, Objective, note=F("description"), number=count_of(Objective, "actions")),
        all=True,
    )
    found: dict[str, list[Record]] = defaultdict(list)
    for row in rows.order_by("n_kind", "n_place"):
        record = _record(*row)
        found[record.kind].append(record)
    return found


def _rows(plan: Plan, model: type[Record], *, note: Any, number: Any, status: Any = NOTHING) -> QuerySet:
    """The same columns, in the same order, from every table."""
    return (
        model.objects.current()
        .filter(plan=plan)
        .order_by()
        .annotate(
            n_kind=Value(model._meta.model_name),
            n_place=F("number"),
            n_status=Cast(status, CharField()),
            n_note=Cast(note, CharField()),
            n_number=number,
        )
        .values_list("n_kind", "n_place", "pk", "code", "title", "updated_at", "n_status", "n_note", "n_number")
    )


NOTES = {"finding": "source", "barrier": "category", "solution": "solution_type", "objective": "description"}


def _record(
    kind: str, place: int, pk: int, code: str, title: str, updated_at: datetime, status: str, note: str, number: int
) -> Record:
    record = find(kind).model(pk=pk, number=place, code=code, title=title, updated_at=updated_at)
    setattr(record, NOTES[kind], note)
    if status:
        record.status = status
        record.is_carried_out = True  # the status is the one that holds
    if kind == "finding":
        record.year = number or None
    record.linked = number
    return record


def unsent_in(city: City, reader: Membership) -> UnsentBySection:
    """What is being written in the sections just now, and what the reader has not sent yet, by section."""
    prefix = reverse("actionplan:plan", args=[city.slug]) + "sections/"
    now = UnsentText.objects.in_city(city).being_written().values("pk")
    found = UnsentText.objects.filter(Q(author=reader) | Q(pk__in=now), form_url__startswith=prefix)
    by_section: UnsentBySection = defaultdict(list)
    for text in found.select_related("author__user"):
        by_section[text.form_url.removeprefix(prefix).partition("/")[0]].append(text)
    return by_section
