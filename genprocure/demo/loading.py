"""Writes the demo's content through the portal's own services, as if its people had written it over two years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from actionplan.kinds import numbered
from actionplan.models import Comment, Plan, Section
from actionplan.notices.archives import File
from actionplan.services import comments, plans, records, versions
from actionplan.services import notices as notices_service
from genprocure.demo import figures, notices, zagreb
from genprocure.demo.assessments import fill_in
from genprocure.demo.partners import PARTNERS
from genprocure.demo.umea.people import ORGANISATIONS, PEOPLE, PLAN
from genprocure.demo.umea.versions import STAGES, Record, Stage
from ulg.models import City, Membership, Organisation, User, Visit
from ulg.writing import saving

MODELS = {kind.plural: kind.model for kind in numbered()}
RENAMED = {"kind": "solution_type"}
ABOUT = {"key", "raised_by", "raised_on", "proposed_by", "proposed_on"}


def load() -> list[City]:
    """The nine authorities, Umeå and Zagreb with content; what is there already stays as it is."""
    return [city for partner in PARTNERS if (city := _city(partner))]


@transaction.atomic
def _city(partner: Record) -> City | None:
    if City.objects.filter(slug=partner["slug"]).exists():
        return None
    facts = {name: value for name, value in partner.items() if name != "working_language"}
    city = saving.create(City(**facts), by=None)
    if city.slug == "umea":
        _Loader(city, PLAN, ORGANISATIONS, PEOPLE, notices=notices.notices()).load(STAGES)
    elif city.slug == "zagreb":
        new = {kind: getattr(zagreb, kind.upper(), []) for kind in ("sections", *MODELS)}
        _Loader(city, zagreb.PLAN, zagreb.ORGANISATIONS, zagreb.PEOPLE).load(
            [Stage(new=new, assessments=[zagreb.ASSESSMENT])]
        )
    else:
        plans.open_plan(city, by=None)
    return city


@dataclass
class _Loader:
    city: City
    facts: Record
    organisations: list[Record]
    people: list[Record]
    plan: Plan = field(init=False)
    seats: dict[str, Membership] = field(default_factory=dict)
    rows: dict[tuple[str, str], Any] = field(default_factory=dict)
    said: dict[str, Comment] = field(default_factory=dict)
    clock: datetime = field(init=False)
    notices: list[notices.Notice] = field(default_factory=list)

    def load(self, stages: list[Stage]) -> None:
        has_figures = bool(self.notices)
        self.clock = self._at(date(2023, 12, 1))
        self._group()
        self.plan = self._plan()
        if has_figures:
            figures.enter(self.city, by=self._editor(0))
            figures.register(self.city, by=self._editor(0))
        for stage in stages:
            for assessment in stage.assessments:
                fill_in(self.plan, assessment, self.seats, self._at)
            self._records(stage)
            for comment in stage.comments:
                self._comment(comment)
            for key, answer in stage.answers:
                self._reply(self.said[key], answer)
            if stage.version:
                self._publish(stage.version)
        if has_figures:
            self._import(notices.LAST)
            figures.review(self.city, by=self._editor(0))
        last_seen = self._last_seen(stages)
        Visit.objects.bulk_create([Visit(membership=seat, seen_at=last_seen) for seat in self.seats.values()])

    def _group(self) -> None:
        found = {each["key"]: self._organisation(each) for each in self.organisations}
        for person in self.people:
            user = User.objects.create_user(person["email"], name=person["name"], language=self.city.language)
            seat = Membership(
                city=self.city,
                user=user,
                role=person["role"],
                organisation=found[person["organisation"]],
                function=person["function"],
                published_as=person["published_as"],
            )
            self.seats[person["key"]] = saving.create(seat, by=None, at=self.clock)

    def _organisation(self, facts: Record) -> Organisation:
        known = {name: value for name, value in facts.items() if name != "key"}
        return saving.create(Organisation(city=self.city, **known), by=None, at=self.clock)

    def _plan(self) -> Plan:
        plan = plans.open_plan(self.city, by=None, at=self.clock)
        years = [int(year) for year in self.facts["period"].split("–")]
        changes = {name: self.facts[name] for name in ("title", "subtitle", "case_number")}
        changes |= {"first_year": years[0], "last_year": years[-1]}
        return saving.save(plan, changes, seen=1, by=self._coordinator(), at=self.clock).record

    def _records(self, stage: Stage) -> None:
        end = self._at(stage.version["published_at"]) if stage.version else None
        for kind, new in stage.new.items():
            for facts in new:
                self._section(facts, end) if kind == "sections" else self._add(kind, facts, end)
        for kind, changed in stage.changed.items():
            for key, facts in changed.items():
                self._section({"key": key, **facts}, end) if kind == "sections" else self._change(kind, key, facts, end)

    def _section(self, facts: Record, end: datetime | None) -> None:
        section = Section.objects.in_city(self.city).get(code=facts["key"])
        changes: Record = {name: facts[name] for name in ("text", "status") if name in facts}
        saving.save(section, changes, seen=section.revision, by=self._editor(section.pk), at=self._next(end))

    def _add(self, kind: str, facts: Record, end: datetime | None) -> None:
        on, by = facts.get("raised_on") or facts.get("proposed_on"), facts.get("raised_by") or facts.get("proposed_by")
        at = self._at(on) if on else self._next(end)
        plain, links = self._fields(kind, facts)
        writer = self.seats[by] if by else self._editor(len(self.rows))
        record = records.add(MODELS[kind](plan=self.plan, **plain), by=writer, links=links, at=at)
        self.rows[kind, facts["key"]] = record
        self.clock = max(self.clock, at)

    def _change(self, kind: str, key: str, facts: Record, end: datetime | None) -> None:
        plain, links = self._fields(kind, facts)
        record = type(self.rows[kind, key]).objects.in_city(self.city).get(pk=self.rows[kind, key].pk)
        saving.save(record, plain | links, seen=record.revision, by=self._editor(record.pk), at=self._next(end))

    def _fields(self, kind: str, facts: Record) -> tuple[Record, Record]:
        """The record's own fields, and its links to others by their keys."""
        plain: Record = {}
        links: Record = {}
        for name, value in facts.items():
            if name in ABOUT:
                continue
            target = RENAMED.get(name, name)
            found = MODELS[kind]._meta.get_field(target)
            if found.many_to_many:
                links[target] = [self.rows[f"{target}", key] for key in value]
            elif found.is_relation:
                plain[target] = self.rows[f"{target}s", value] if value else None
            else:
                plain[target] = value
        return plain, links

    def _comment(self, facts: Record) -> None:
        kind, key = facts["on"]
        record = Section.objects.in_city(self.city).get(code=key) if kind == "section" else self.rows[f"{kind}s", key]
        at = self._at(facts["at"])
        made = comments.add(record, text=facts["text"], by=self.seats[facts["author"]], at=at)
        self.said[facts["key"]] = made
        for answer in facts["answers"]:
            self._reply(made, answer)
        if facts["withdrawn_at"]:
            comments.withdraw(made, seen=made.revision, by=made.author, at=self._at(facts["withdrawn_at"]))
        self.clock = max(self.clock, at)

    def _reply(self, comment: Comment, facts: Record) -> None:
        comments.reply(comment, text=facts["text"], by=self.seats[facts["author"]], at=self._at(facts["at"]))

    def _publish(self, facts: Record) -> None:
        at = self._at(facts["published_at"])
        if self.notices:
            self._import(at.date())
        by, decision, reason = self.seats[facts["published_by"]], facts["decision"], facts["reason"]
        versions.publish_version(self.plan, by=by, decision=decision, is_public=True, reason=reason, at=at)
        self.clock = at

    def _import(self, until: date) -> None:
        """The notices that had been sent by then."""
        sent = [each for each in self.notices if each.sent_on <= until]
        self.notices = self.notices[len(sent) :]
        files = (File(each.name, notices.xml(each, self.city.full_name)) for each in sent)
        given = [f"annonser-{until.isoformat()}.zip"]
        for _line in notices_service.import_files(self.city, files, by=self._editor(0), given=given):
            pass

    def _coordinator(self) -> Membership:
        return next(seat for seat in self.seats.values() if seat.role == "coordinator")

    def _editor(self, turn: int) -> Membership:
        editors = [seat for seat in self.seats.values() if seat.role == "editor"]
        return editors[turn % len(editors)]

    def _next(self, end: datetime | None) -> datetime:
        """A while later, but before the version that is being written is published."""
        later = self.clock + timedelta(hours=7)
        self.clock = min(later, end - timedelta(hours=2)) if end else later
        return self.clock

    def _last_seen(self, stages: list[Stage]) -> datetime:
        """Everyone was here the day after the last version, so that what came since is news."""
        published = [stage.version["published_at"] for stage in stages if stage.version]
        return self._at(published[-1]) + timedelta(days=1) if published else self.clock

    def _at(self, moment: date | datetime) -> datetime:
        moment = moment if isinstance(moment, datetime) else datetime.combine(moment, time(13, 30))
        return moment.replace(tzinfo=ZoneInfo(self.city.time_zone))
