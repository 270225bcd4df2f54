"""A city with one of everything, and what stands in each address of it: for the tests that walk the whole portal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from actionplan.models import Answer, Attachment, Barrier, Comment, Plan, PlanVersion, Section, VersionFile
from actionplan.services import assessments, attachments, comments, entered_figures, plans, records, solutions
from tests import factories, places_baseline
from tests.files import png
from tests.plans import publish
from ulg.models import City, Invitation, Membership, Revised, UnsentText
from ulg.roles import Role
from ulg.services import members
from ulg.writing import saving, unsent_texts

SECTION = "vision"
OPEN, CLOSED = 1, 2  # the two versions that the city has published
TOKEN = "the-link-in-the-mail"
COLLEAGUE, FORMER = "colleague", "former member"
TEXT = (
    "<h2>What we want</h2><p>By 2030 <strong>every</strong> contract asks who it serves, as "
    '<a href="https://example.org/">others</a> do.</p><ul><li>Lots that a small firm can win</li></ul>'
    "<blockquote><p>We would bid if we could.</p></blockquote>"
)


@dataclass(frozen=True)
class Place:
    """The city, its seats by role, its records by kind, and what each role has written itself."""

    city: City
    plan: Plan
    seats: dict[str, Membership]
    records: dict[str, Revised]
    removed: dict[str, Revised]
    correctable: dict[str, Revised]
    own_comments: dict[str, Comment]
    unsent_texts: dict[str, UnsentText]

    def url(self, name: str, **parts: Any) -> str:
        return reverse(name, kwargs={"city": self.city.slug, **parts})


def build(slug: str, *, language: str = "en", before_publishing: Callable[[], None] = lambda: None) -> Place:
    """Everything is made through the services, as people make it."""
    city = factories.CityFactory(
        slug=slug,
        name=slug.title(),
        authority=f"City of {slug.title()}",
        language=language,
        currency="EUR",
        country="SE",
    )
    city.note_first_revision()
    plan = plans.open_plan(city, by=None)
    seats = _seats(city)
    found = _records(plan, seats)
    own_comments = _talk(found, seats)
    file, removed_file = _files(found, by=seats[Role.EDITOR])
    removed = _taken_out(plan, found, by=seats[Role.EDITOR]) | {"attachment": removed_file}
    correctable = _correctable(plan, found, by=seats[Role.MEMBER])
    places_baseline.import_notices(city, by=seats[Role.EDITOR])
    places_baseline.add_suppliers(city, seats)
    before_publishing()
    _publish(plan, seats[Role.COORDINATOR])
    return Place(
        city=city,
        plan=plan,
        seats=seats,
        records={**found, "comment": own_comments[Role.MEMBER], "attachment": file},
        removed=removed,
        correctable=correctable,
        own_comments=own_comments,
        unsent_texts={role: _unsent_text(seats[role], found["barrier"]) for role in Role},
    )


def _seats(city: City) -> dict[str, Membership]:
    organisations = {
        "public": factories.OrganisationFactory(city=city, name="Procurement office", sector="public"),
        "private": factories.OrganisationFactory(city=city, name="Tidy Cleaning", sector="private", kind="supplier"),
    }
    for organisation in organisations.values():
        organisation.note_first_revision()
    seats = {}
    for name in [*Role, COLLEAGUE, FORMER]:
        seats[name] = factories.MembershipFactory(
            city=city,
            user__email=f"{name.replace(' ', '-')}@{city.slug}.example.org",
            user__name=f"{name.title()} Andersson",
            role=name if name in Role else Role.MEMBER,
            organisation=organisations["public" if name in (Role.COORDINATOR, Role.EDITOR) else "private"],
            function="strategist",
            published_as="name",
        )
        seats[name].note_first_revision()
    by = seats[Role.COORDINATOR]
    members.end_membership(seats[FORMER], seen=1, by=by)
    token_hash = Invitation.hash(f"{TOKEN}-{city.slug}")
    Invitation.objects.create(membership=seats[COLLEAGUE], token_hash=token_hash, sent_by=by)
    return seats


def _records(plan: Plan, seats: dict[str, Membership]) -> dict[str, Revised]:
    staff, member = seats[Role.EDITOR], seats[Role.MEMBER]
    coordinator = seats[Role.COORDINATOR]
    section = Section.objects.get(plan=plan, code=SECTION)
    saving.save(section, {"text": TEXT, "status": "draft"}, seen=1, by=staff)
    saving.save(plan, {"first_year": 2026, "last_year": 2030}, seen=1, by=coordinator)
    # Swedish makes words that are wider than a phone
    finding = factories.FindingFactory(
        plan=plan, by=staff, title="28 av 46 livsmedelsleverantörsföretag", text="Counted.", source="Ledger", year=2023
    )
    barrier = factories.BarrierFactory(
        plan=plan,
        by=member,
        title="Kvalificeringskravsformuleringar",
        description="One lot.",
        step="lots",
        findings=[finding],
    )
    solution = factories.SolutionFactory(
        plan=plan, by=member, title="Anbudsområdesuppdelningsmodeller", barriers=[barrier]
    )
    adopted = factories.SolutionFactory(
        plan=plan, by=member, title="Leverantörsdialogsinbjudningar", barriers=[barrier]
    )
    objective = factories.ObjectiveFactory(
        plan=plan, by=staff, title="Jämställdhetsbedömningsansvariga", description="By 2028."
    )
    action = solutions.adopt(
        adopted, by=staff, seen=1, title="Inför jämställdhetsbedömningsrutiner", objective=objective
    )
    saving.save(action, _duties(), seen=1, by=staff)
    indicator = factories.IndicatorFactory(
        plan=plan, by=staff, title="Delkontraktsannonseringsandelar", unit="bids", baseline=Decimal("1.50"),
        baseline_year=2024, target=Decimal("3.00"), target_year=2028, source="Notices", actions=[action],
    )  # fmt: skip
    factories.BarrierFactory(plan=plan, by=staff, title="No data", status="parked", parked_reason="No system yet.")
    factories.ActionFactory(plan=plan, by=staff, title="An idea without its duties")
    answer = _assessed(plan, seats)
    made = [finding, barrier, solution, objective, action, indicator, answer]
    return {each.kind: each for each in made} | {
        "plan": plan,
        "assessment": answer.assessment,
        "section": section,
        "city": plan.city,
        "organisation": staff.organisation,
        "enteredfigure": places_baseline.enter_figures(plan.city, by=staff),
        "membership": seats[COLLEAGUE],
    }


def _assessed(plan: Plan, seats: dict[str, Membership]) -> Answer:
    """A statement of the open assessment, answered, to which members say something else."""
    staff = seats[Role.EDITOR]
    # Swedish makes words that are wider than a phone
    opened = factories.AssessmentFactory(plan=plan, by=staff, title="Nulägesbedömningsunderlag")
    own = assessments.add_statement(opened, dimension="data", title="Könsuppdelad leverantörsstatistik", by=staff)
    assessments.answer(own, {"score": "unknown"}, seen=1, by=staff)
    left_out, answered = opened.answers.all()[:2]
    assessments.answer(left_out, {"left_out_reason": "We have no such policy."}, seen=1, by=staff)
    for role, score in ((Role.MEMBER, "0"), (Role.EDITOR, "3")):
        assessments.give_own_score(answered, score, by=seats[role])
    said = {"evidence": "Counted.", "source": "Policy", "source_on": date(2023, 6, 1), "links": "https://example.org/"}
    return assessments.answer(answered, {"score": "2", **said}, seen=1, by=staff).record


def _duties() -> dict[str, Any]:
    return {
        "status": "agreed",
        "starts_on": date(2026, 1, 15),
        "ends_on": date(2027, 12, 18),
        "lead": "Procurement office",
        "responsible": "Category manager",
        "cost_kind": "once",
        "cost_amount": Decimal("85000.00"),
        "funding_source": "Own budget",
        "funding_status": "secured",
        "risk": "Nobody comes",
        "risk_likelihood": 2,
        "risk_impact": 4,
        "risk_mitigation": "Pay for the time",
    }


def _talk(found: dict[str, Revised], seats: dict[str, Membership]) -> dict[str, Comment]:
    """A comment of each role on the barrier, an answer, a reply, one withdrawn; and one on every other subject."""
    own = {role: comments.add(found["barrier"], text=f"As I, {role}, see it.", by=seats[role]) for role in Role}
    comments.reply(own[Role.MEMBER], text="We divide it.", by=seats[Role.EDITOR])
    comments.reply(own[Role.MEMBER], text="Thank you.", by=seats[Role.MEMBER])
    gone = comments.add(found["barrier"], text="Said too much.", by=seats[Role.MEMBER])
    comments.withdraw(gone, seen=1, by=seats[Role.MEMBER])
    for kind in ("finding", "solution", "objective", "action", "indicator", "section", "answer"):
        comments.add(found[kind], text="Good.", by=seats[Role.OBSERVER])
    return own


def _unsent_text(seat: Membership, barrier: Barrier) -> UnsentText:
    action = reverse("actionplan:comment-add", args=[seat.city.slug, "barrier", barrier.pk])
    page = barrier.get_absolute_url()
    return unsent_texts.keep(
        by=seat, form_url=action, page=page, title=str(barrier), seen=None, fields={"text": ["Half a thought"]}
    )


def _files(found: dict[str, Revised], *, by: Membership) -> list[Attachment]:
    """A file of every kind of record, one of them an image; that of the barrier, and one that was removed from it."""
    said = {"source": "Procurement office", "source_on": date(2023, 6, 1), "by": by}
    for kind in ("finding", "solution", "objective", "action", "indicator", "section", "answer"):
        factories.AttachmentFactory(record=found[kind], title="Leverantörsunderlag", **said)
    shown = factories.AttachmentFactory(
        record=found["barrier"], title="Tabell", name="photo.png", content=png(), alternative_text="Bars", **said
    )
    gone = factories.AttachmentFactory(record=found["barrier"], title="Utkast", **said)
    return [shown, attachments.remove(gone, seen=1, by=by).record]


def _correctable(plan: Plan, found: dict[str, Revised], *, by: Membership) -> dict[str, Revised]:
    """What a member has added and nobody has commented on."""
    return {
        "barrier": factories.BarrierFactory(plan=plan, by=by),
        "solution": factories.SolutionFactory(plan=plan, by=by, barriers=[found["barrier"]]),
    }


def _taken_out(plan: Plan, found: dict[str, Revised], *, by: Membership) -> dict[str, Revised]:
    """One more record of each kind, removed from the plan."""
    more = {
        "finding": factories.FindingFactory(plan=plan, by=by),
        "barrier": factories.BarrierFactory(plan=plan, by=by),
        "solution": factories.SolutionFactory(plan=plan, by=by, barriers=[found["barrier"]]),
        "objective": factories.ObjectiveFactory(plan=plan, by=by),
        "action": factories.ActionFactory(plan=plan, by=by),
        "indicator": factories.IndicatorFactory(plan=plan, by=by),
    }
    figure = factories.EnteredFigureFactory(city=plan.city, by=by, year=2022)
    removed = {"enteredfigure": entered_figures.remove(figure, seen=1, by=by).record}
    return removed | {kind: records.remove(record, seen=1, by=by).record for kind, record in more.items()}


def _publish(plan: Plan, by: Membership) -> None:
    """Two versions, of which everyone may read the first. Their PDF is a stand-in: compiling one takes a second."""
    decision = {"body": "City council", "on": date(2026, 3, 2), "paragraph": "§ 12"}
    for number in (OPEN, CLOSED):
        version = publish(plan, by=by, decision=decision, is_public=number == OPEN)
        keep_pdf(version, b"%PDF-1.7 stand-in")


def keep_pdf(version: PlanVersion, content: bytes) -> VersionFile:
    return VersionFile.objects.create(
        version=version,
        format="pdf",
        language=version.plan.city.language,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
