from datetime import date

import pytest

from actionplan.models import Action, Barrier, Section
from tests.factories import (
    ActionFactory,
    BarrierFactory,
    FindingFactory,
    MembershipFactory,
    OrganisationFactory,
    PlanFactory,
    SectionFactory,
)
from ulg.models import Deed, Event
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory()


@pytest.fixture
def anna(plan):
    return MembershipFactory(city=plan.city, user__name="Anna")


@pytest.fixture
def karin(plan):
    return MembershipFactory(city=plan.city, user__name="Karin")


@pytest.fixture
def section(plan):
    return SectionFactory(plan=plan, text="<p>One.</p><p>Two.</p><p>Three.</p>")


def text_of(section: Section) -> str:
    return Section.objects.get(pk=section.pk).text


def revisions(record) -> list[tuple[int, str]]:
    return list(record.history.order_by("history_id").values_list("revision", "history_type"))


def deeds(record) -> list[tuple[int, str, int | None]]:
    return list(Event.objects.of(record).order_by("revision").values_list("revision", "deed", "merged_from"))


def test_a_save_moves_the_revision_on_and_tells_what_changed(section, anna):
    saved = saving.save(section, {"text": "<p>New.</p>", "status": "not_started"}, seen=1, by=anna)

    assert saved == saving.Saved(section, ("text",))
    assert (saved.record.revision, saved.record.updated_by, text_of(section)) == (2, anna, "<p>New.</p>")


def test_a_save_without_a_change_makes_no_revision(section, anna):
    spelled_otherwise = "<p>One.</p>\n<p>Two.</p>\r\n<P class='x'>Three.</P>"

    saved = saving.save(section, {"text": spelled_otherwise}, seen=1, by=anna)

    assert saved == saving.Saved(section)
    assert revisions(section) == [(1, "+")]


def test_a_stale_save_joins_what_does_not_overlap(section, anna, karin):
    saving.save(section, {"text": "<p>One by Anna.</p><p>Two.</p><p>Three.</p>"}, seen=1, by=anna)

    saved = saving.save(section, {"text": "<p>One.</p><p>Two.</p><p>Three by Karin.</p>"}, seen=1, by=karin)

    assert saved == saving.Saved(section, ("text",), (anna,))
    assert text_of(section) == "<p>One by Anna.</p><p>Two.</p><p>Three by Karin.</p>"
    assert revisions(section) == [(1, "+"), (2, "~"), (3, "~")]
    assert deeds(section) == [(2, "changed", None), (3, "merged", 1)]


def test_a_stale_save_of_another_field_keeps_both(section, anna, karin):
    saving.save(section, {"text": "<p>New.</p>", "status": "not_started"}, seen=1, by=anna)

    saving.save(section, {"text": section.text, "status": "draft"}, seen=1, by=karin)

    section.refresh_from_db()
    assert (section.text, section.status) == ("<p>New.</p>", "draft")


def test_a_stale_save_that_changes_nothing_joins_nobody(section, anna, karin):
    saving.save(section, {"text": "<p>New.</p>"}, seen=1, by=anna)

    saved = saving.save(section, {"text": section.text}, seen=1, by=karin)

    assert saved == saving.Saved(section)
    assert text_of(section) == "<p>New.</p>"


def test_an_overlap_writes_nothing_and_shows_both(section, anna, karin):
    base, mine, theirs = section.text, "<p>Mine.</p><p>Two.</p><p>Three.</p>", "<p>Theirs.</p><p>Two.</p><p>Three.</p>"
    saving.save(section, {"text": theirs}, seen=1, by=anna)

    refused = saving.save(section, {"text": mine, "status": "draft"}, seen=1, by=karin)

    overlap = saving.Overlap("text", "Text", base, mine, theirs)
    assert refused == saving.Conflict(section, (overlap,), {"text": mine, "status": "draft"}, (anna,))
    assert refused.record.revision == 2
    assert (text_of(section), section.history.count()) == (theirs, 2)


@pytest.mark.parametrize("seen", [None, 0, 2, 99])
def test_a_revision_that_never_was_is_a_conflict(section, anna, seen):
    refused = saving.save(section, {"text": "<p>Mine.</p>"}, seen=seen, by=anna)

    overlap = saving.Overlap("text", "Text", None, "<p>Mine.</p>", section.text)
    assert refused == saving.Conflict(section, (overlap,), {"text": "<p>Mine.</p>"}, ())
    assert text_of(section) == section.text


def test_short_texts_are_not_mixed(anna, karin):
    organisation = OrganisationFactory(city=anna.city, name="Office")
    saving.save(organisation, {"name": "Purchasing office"}, seen=1, by=anna)

    refused = saving.save(organisation, {"name": "Office of purchasing"}, seen=1, by=karin)

    assert [(each.name, each.mine, each.theirs) for each in refused.overlaps] == [
        ("name", "Office of purchasing", "Purchasing office")
    ]


def test_links_are_joined_one_by_one(plan, anna, karin):
    first, second, third = FindingFactory.create_batch(3, plan=plan)
    barrier = BarrierFactory(plan=plan, findings=[first, second])
    saving.save(barrier, {"findings": [second]}, seen=1, by=anna)

    saved = saving.save(barrier, {"findings": [first, second, third]}, seen=1, by=karin)

    assert saved.changed == ("findings",)
    assert list(barrier.findings.all()) == [second, third]


def test_changes_that_are_wrong_together_are_a_conflict(plan, anna, karin):
    action = ActionFactory(plan=plan, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30))
    saving.save(action, {"starts_on": date(2026, 6, 1), "ends_on": date(2026, 6, 30)}, seen=1, by=anna)

    refused = saving.save(action, {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 3, 31)}, seen=1, by=karin)

    assert refused == saving.Conflict(
        action,
        (
            saving.Overlap("starts_on", "Starts", None, date(2026, 1, 1), date(2026, 6, 1)),
            saving.Overlap("ends_on", "Ends", None, date(2026, 3, 31), date(2026, 6, 30)),
        ),
        {"starts_on": date(2026, 6, 1), "ends_on": date(2026, 3, 31)},
        (anna,),
        ("The action ends before it starts.",),
    )
    assert Action.objects.get().ends_on == date(2026, 6, 30)


def test_a_fault_that_was_there_before_stops_no_merge(plan, anna, karin):
    Barrier.objects.filter(pk=BarrierFactory(plan=plan).pk).update(category="an old code")
    barrier = Barrier.objects.get()
    saving.save(barrier, {"title": "New title"}, seen=1, by=anna)

    saved = saving.save(barrier, {"title": barrier.title, "description": "New words"}, seen=1, by=karin)

    assert saved.changed == ("description",)


def test_history_has_one_row_a_revision_with_the_links_of_that_moment(plan, anna):
    first, second = FindingFactory.create_batch(2, plan=plan)
    barrier = BarrierFactory(plan=plan, by=anna, findings=[first, second])
    saving.save(barrier, {"title": "New title", "findings": [second]}, seen=1, by=anna)

    rows = [(past.revision, past.history_type, past.updated_by) for past in barrier.history.order_by("history_id")]
    assert rows == [(1, "+", anna), (2, "~", anna)]
    assert saving.values_at(barrier, 1, ["findings"]) == {"findings": frozenset([first.pk, second.pk])}
    assert saving.values_at(barrier, 2, ["findings"]) == {"findings": frozenset([second.pk])}


def test_a_deed_outlives_a_merge(section, anna, karin):
    saving.save(section, {"status": "draft"}, seen=1, by=anna)

    saving.save(section, {"text": ""}, seen=1, by=karin, deed=Deed.RESTORED)

    assert deeds(section)[-1] == (3, "restored", 1)


def test_two_saves_of_one_writer_are_merged_too(section, anna):
    saving.save(section, {"text": "<p>One, from the phone.</p><p>Two.</p><p>Three.</p>"}, seen=1, by=anna)

    saved = saving.save(section, {"text": "<p>One.</p><p>Two.</p><p>Three, from the desk.</p>"}, seen=1, by=anna)

    assert saved.merged_with == (anna,)
    assert text_of(section) == "<p>One, from the phone.</p><p>Two.</p><p>Three, from the desk.</p>"
