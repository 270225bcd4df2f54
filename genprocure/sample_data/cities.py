"""Invented cities with people, a plan, its records and comments on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from django.db import transaction

from actionplan import kinds
from actionplan.kinds import BARRIER, printed
from actionplan.models import Action, Barrier, Comment, Finding, Indicator, Objective, Plan, Record, Section, Solution
from actionplan.reference import outline
from actionplan.reference.sections import SectionStatus
from genprocure.sample_data import facts, words
from genprocure.sample_data.writing import Writer, moment
from ulg.caching import revisions
from ulg.models import City, Membership, Organisation, User
from ulg.models.meta import name_of
from ulg.reference.organisations import KINDS as ORGANISATION_KINDS
from ulg.reference.organisations import SECTORS
from ulg.roles import Role

SLUG = "example-"
ROLES = [Role.COORDINATOR, Role.EDITOR, Role.EDITOR, *[Role.MEMBER] * 8, Role.OBSERVER]
OBJECTIVES = 4
M = TypeVar("M", bound=Record)


def populate(*, cities: int, barriers: int, comments: int) -> Counter[str]:
    """Add so many cities, each with so many barriers and comments; says how many rows of each kind there are now.

    Each city has as many solutions as barriers, and half as many findings, actions and indicators. A fifth of the
    comments are on the first barrier, as in a heated debate; every third one is answered.
    """
    writer = Writer()
    first = City.objects.filter(slug__startswith=SLUG).count() + 1
    for number in range(first, first + cities):
        with transaction.atomic():
            _City(writer, number).write(barriers, comments)
    return writer.counts


@dataclass
class _City:
    writer: Writer
    number: int

    def write(self, barriers: int, comments: int) -> None:
        slug = f"{SLUG}{self.number}"
        [self.city] = self.writer.write([City(slug=slug, name=f"Example {self.number}", country="SE")])
        self._group()
        title = f"Local action plan of Example {self.number}"
        plan = Plan(city=self.city, title=title, first_year=2026, last_year=2030)
        [self.plan] = self.writer.write([plan], by=self.staff)
        self._sections()
        self._records_of_trace(barriers)
        self._comments(comments)
        revisions.renew_everything_in(self.city)

    def _group(self) -> None:
        organisations = self.writer.write(
            Organisation(city=self.city, name=f"{label} {self.number}", kind=kind, sector=SECTORS[turn % 4][0])
            for turn, (kind, label) in enumerate(ORGANISATION_KINDS)
        )
        users = self.writer.store([self._user(turn, role) for turn, role in enumerate(ROLES)])
        self.seats = self.writer.write(
            Membership(city=self.city, user=user, role=role, organisation=organisation, published_as="name")
            for user, role, organisation in zip(users, ROLES, organisations, strict=True)
        )
        self.staff = [seat for seat in self.seats if seat.role in (Role.COORDINATOR, Role.EDITOR)]

    def _user(self, turn: int, role: Role) -> User:
        user = User(email=f"{role}-{turn + 1}.{self.city.slug}@example.org", name=words.name(self.number + turn))
        user.set_unusable_password()
        return user

    def _sections(self) -> None:
        statuses = SectionStatus.values
        self.sections = self.writer.write(
            (
                Section(
                    plan=self.plan,
                    number=turn + 1,
                    code=key,
                    text=words.section(turn),
                    status=statuses[1 + turn % 3],
                    created_at=moment(turn, len(outline.WRITTEN)),
                )
                for turn, key in enumerate(outline.WRITTEN)
            ),
            by=self.staff,
        )

    def _records_of_trace(self, count: int) -> None:
        """Finding, barrier, solution, action, indicator: each linked to the one before it."""
        half = (count + 1) // 2
        self.findings = self._records(Finding, half, facts.finding)
        self.barriers = self._records(Barrier, count, facts.barrier, by=self.seats)
        self.writer.link(self.barriers, "findings", _neighbours(self.findings, count))
        self.solutions = self._records(Solution, count, facts.solution, by=self.seats)
        self.writer.link(self.solutions, "barriers", _neighbours(self.barriers, count))
        self.objectives = self._records(Objective, OBJECTIVES, facts.objective)
        self.actions = self._records(Action, half, partial(facts.action, self.objectives, self.solutions))
        self.indicators = self._records(Indicator, half, facts.indicator)
        self.writer.link(self.indicators, "actions", _neighbours(self.actions, half))

    def _records(
        self, model: type[M], count: int, facts_of: Callable[[int], facts.Facts], *, by: list[Membership] | None = None
    ) -> list[M]:
        by = by or self.staff
        kind, language = kinds.numbered_kind(name_of(model)), self.city.language
        return self.writer.write(
            (
                model(
                    plan=self.plan,
                    number=turn + 1,
                    code=kind.code(turn + 1, language),
                    title=words.title(turn),
                    created_at=moment(turn, count),
                    created_by=by[turn % len(by)],
                    **facts_of(turn),
                )
                for turn in range(count)
            ),
            by=by,
        )

    def _comments(self, count: int) -> None:
        answers = count // 4
        said = [self._said(turn, count - answers) for turn in range(count - answers)]
        threads = self.writer.write(said, by=[each.author for each in said])
        answered = [self._answer(turn, threads[turn * 3]) for turn in range(answers)]
        self.writer.write(answered, by=[each.author for each in answered])

    def _said(self, turn: int, count: int) -> Comment:
        return Comment(
            plan=self.plan,
            author=self.seats[turn % len(self.seats)],
            text=words.text(turn, 1 + turn % 4),
            created_at=moment(turn, count),
            record=self._record_to_comment(turn),
        )

    def _answer(self, turn: int, thread: Comment) -> Comment:
        others = [seat for seat in self.staff if seat != thread.author]
        return Comment(
            plan=self.plan,
            parent=thread,
            author=others[turn % len(others)],
            text=words.text(turn, 2),
            is_answer=True,
            created_at=thread.created_at + timedelta(minutes=40),
            record=thread.record,
        )

    def _record_to_comment(self, turn: int) -> Record:
        """Every fifth comment is on the first barrier; the others go round all kinds, from the first record of each."""
        if turn % 5 == 0:
            return self.barriers[0]
        kinds_said = printed()
        place, of_kind = divmod(turn - turn // 5 - 1, len(kinds_said))
        kind = kinds_said[of_kind]
        rows = self.barriers[1:] or self.barriers if kind == BARRIER else getattr(self, kind.plural)
        return rows[place % len(rows)]


def _neighbours(records: list[M], count: int) -> list[list[M]]:
    """For each of so many rows one or two of the records, all of which get their turn."""
    total = len(records)
    return [list(dict.fromkeys([records[turn % total], records[turn * 2 % total]])) for turn in range(count)]
