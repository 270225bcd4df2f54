from datetime import date
from decimal import Decimal

import pytest

from tests.factories import (
    ActionFactory,
    BarrierFactory,
    FindingFactory,
    MembershipFactory,
    ObjectiveFactory,
    OrganisationFactory,
    PlanFactory,
    SectionFactory,
)
from ulg.models import Deed
from ulg.writing import history, saving
from ulg.writing.diff import ADDED, REMOVED, SAME, Line, Piece
from ulg.writing.history import Change, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory()


@pytest.fixture
def anna(plan):
    return MembershipFactory(city=plan.city)


@pytest.fixture
def karin(plan):
    return MembershipFactory(city=plan.city)


def told(record) -> list[tuple]:
    """What the history says, newest first, without the moments."""
    _page, entries = history.entries(record, 1)
    return [(entry.revision, entry.by, entry.deed, entry.changes, entry.joined) for entry in entries]


def test_a_value_is_told_in_the_words_of_its_list(plan, anna):
    barrier = BarrierFactory(plan=plan, by=anna)
    saving.save(barrier, {"status": "agreed", "step": "lots"}, seen=1, by=anna)

    assert told(barrier) == [
        (
            2,
            anna,
            Deed.CHANGED,
            (Change("Procurement step", "", "Division into lots"), Change("Status", "New", "Agreed")),
            (),
        ),
        (1, anna, Deed.ADDED, (), ()),
    ]


def test_days_amounts_and_linked_records_are_told_as_people_say_them(plan, anna):
    objective = ObjectiveFactory(plan=plan, title="More bids")
    action = ActionFactory(plan=plan, cost_amount=Decimal("1200"))
    changes = {"starts_on": date(2026, 3, 1), "cost_amount": Decimal("85000.50"), "objective": objective}
    saving.save(action, changes, seen=1, by=anna)

    assert told(action)[0][3] == (
        Change("Objective", "", str(objective), are_theirs=True),
        Change("Starts", "", "1 March 2026"),
        Change("Amount", "1,200", "85,000.50"),
    )


def test_many_links_are_told_together(plan, anna):
    first, second = FindingFactory.create_batch(2, plan=plan)
    barrier = BarrierFactory(plan=plan, findings=[first])
    saving.save(barrier, {"findings": [first, second]}, seen=1, by=anna)

    assert told(barrier)[0][3] == (Change("Findings", str(first), f"{first}, {second}", are_theirs=True),)


def test_a_text_is_told_word_by_word(plan, anna):
    section = SectionFactory(plan=plan, text="<p>Ask every bidder.</p>")
    saving.save(section, {"text": "<p>Ask every <strong>large</strong> bidder.</p>"}, seen=1, by=anna)

    pieces = (Piece(SAME, "Ask every"), Piece(ADDED, " large"), Piece(SAME, " bidder."))
    assert told(section)[0][3] == (Change("Text", lines=(Line("p", pieces),)),)


def test_a_change_of_the_formatting_alone_is_told_as_one(plan, anna):
    section = SectionFactory(plan=plan, text="<p>Aims</p>")
    saving.save(section, {"text": "<h2>Aims</h2>"}, seen=1, by=anna)

    assert [change.is_formatting_only for change in told(section)[0][3]] == [True]


def test_a_plain_text_is_told_line_by_line(plan, anna):
    barrier = BarrierFactory(plan=plan, description="One line.\n\nAnother line.")
    saving.save(barrier, {"description": "One line."}, seen=1, by=anna)

    lines = (Line("p", (Piece(SAME, "One line."),)), Line("p", (Piece(REMOVED, "Another line."),)))
    assert told(barrier)[0][3] == (Change("Description", lines=lines),)


def test_a_merge_names_whose_text_it_joined(plan, anna, karin):
    section = SectionFactory(plan=plan, text="<p>One.</p><p>Two.</p>")
    saving.save(section, {"text": "<p>One by Anna.</p><p>Two.</p>"}, seen=1, by=anna)
    saving.save(section, {"text": "<p>One.</p><p>Two by Karin.</p>"}, seen=1, by=karin)

    merged = told(section)[0]
    last = history.last_merge(section)
    assert (merged[0], merged[1], merged[2], merged[4]) == (3, karin, Deed.MERGED, (anna,))
    assert last == Entry(3, last.at, karin, Deed.MERGED, joined=(anna,))


def test_a_text_that_one_person_wrote_was_not_joined(plan, anna):
    section = SectionFactory(plan=plan)
    saving.save(section, {"text": "<p>One.</p>"}, seen=1, by=anna)

    assert history.last_merge(section) is None


def test_the_history_is_paginated_and_the_last_line_of_a_page_knows_what_was_before(plan, anna):
    barrier = BarrierFactory(plan=plan, title="Title 1")
    for seen in range(1, 27):
        saving.save(barrier, {"title": f"Title {seen + 1}"}, seen=seen, by=anna)

    page, entries = history.entries(barrier, 1)

    assert (page.paginator.count, len(entries)) == (27, 25)
    assert (entries[-1].revision, entries[-1].changes) == (3, (Change("Title", "Title 2", "Title 3", are_theirs=True),))
    assert [entry.revision for entry in history.entries(barrier, 2)[1]] == [2, 1]


def test_restoring_makes_a_new_revision_with_everything_as_it_stood(plan, anna, karin):
    first, second = FindingFactory.create_batch(2, plan=plan)
    barrier = BarrierFactory(plan=plan, title="First", findings=[first])
    saving.save(barrier, {"title": "Second", "findings": [second]}, seen=1, by=anna)

    saved = history.restore(barrier, 1, seen=2, by=karin)

    barrier.refresh_from_db()
    assert (barrier.title, list(barrier.findings.all()), barrier.revision) == ("First", [first], 3)
    assert saved.changed == ("title", "findings")
    assert [entry[:3] for entry in told(barrier)] == [
        (3, karin, Deed.RESTORED),
        (2, anna, Deed.CHANGED),
        (1, None, Deed.ADDED),
    ]


def test_what_has_gone_since_is_not_restored(plan, anna):
    kept, gone = FindingFactory.create_batch(2, plan=plan)
    barrier = BarrierFactory(plan=plan, findings=[kept, gone])
    saving.save(barrier, {"findings": []}, seen=1, by=anna)
    gone.delete()

    history.restore(barrier, 1, seen=2, by=anna)

    assert list(barrier.findings.all()) == [kept]


def test_restoring_what_somebody_changed_meanwhile_is_a_conflict(plan, anna, karin):
    organisation = OrganisationFactory(city=plan.city, name="First")
    saving.save(organisation, {"name": "Second"}, seen=1, by=anna)
    saving.save(organisation, {"name": "Third"}, seen=2, by=karin)

    assert isinstance(history.restore(organisation, 1, seen=2, by=anna), saving.Conflict)


def test_a_revision_that_would_be_wrong_today_is_refused_with_the_reason(plan, anna):
    organisation = OrganisationFactory(city=plan.city, name="Office")
    saving.save(organisation, {"name": "Bureau"}, seen=1, by=anna)
    OrganisationFactory(city=plan.city, name="Office")

    with pytest.raises(history.RestoreRefused, match="with this City and Name already exists"):
        history.restore(organisation, 1, seen=2, by=anna)


def test_a_revision_that_never_was_is_refused(plan, anna):
    with pytest.raises(history.RestoreRefused):
        history.restore(BarrierFactory(plan=plan), 9, seen=1, by=anna)
