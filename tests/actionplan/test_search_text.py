"""The column that keeps the words of a row: filled by every way to write one, and by the migration for older rows."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from actionplan.models import Action, Barrier, Comment, Finding, Record, Section
from actionplan.services import comments, records
from genprocure.sample_data.cities import populate
from tests import places
from tests.factories import BarrierFactory, FindingFactory, MembershipFactory, PlanFactory, SectionFactory
from ulg.models import Deed, Searched
from ulg.search import search_text
from ulg.writing import history, saving

pytestmark = pytest.mark.django_db


def rows():
    return [(model, row) for model in Searched.kinds().values() for row in model.objects.all()]


def kept():
    """Each row with what is kept of it."""
    return {(model, row.pk): row.search_text for model, row in rows()}


def due():
    """Each row with what has to be kept of it as it stands in the database."""
    return {(model, row.pk): search_text(row.searched_texts()) for model, row in rows()}


def test_every_text_of_a_record_is_kept():
    seat = MembershipFactory()
    plan = PlanFactory(city=seat.city)
    action = Action(plan=plan, title="Lots", lead="Förvaltning Öst", responsible="Chef", risk="Ont om tid", number=1)
    records.add(action, by=seat)

    assert Action.objects.get().search_text == "a-01 a-01 lots forvaltning ost chef ont om tid |a|1|"


def test_a_code_is_kept_in_the_citys_language_and_in_english():
    barrier = BarrierFactory(plan=PlanFactory(city__language="sv"), title="Lots")

    assert (barrier.code, Barrier.objects.get().search_text) == ("H-01", "b-01 h-01 lots |b|1| |h|1|")


def test_the_year_of_a_finding_is_kept():
    FindingFactory(title="Share", text="", source="", year=2024)

    assert Finding.objects.get().search_text == "f-01 f-01 share 2024 |f|1|"


def test_rich_text_is_kept_without_its_tags():
    SectionFactory(text="<h2>Vår vision</h2><ul><li><p>Mål <strong>ett</strong></p></li></ul>")

    assert Section.objects.get().search_text == "var vision mal ett"


def test_a_save_keeps_the_new_words():
    seat = MembershipFactory()
    barrier = BarrierFactory(plan=PlanFactory(city=seat.city), title="Before")

    saving.save(barrier, {"title": "Éfter"}, seen=1, by=seat)

    assert Barrier.objects.get().search_text == "b-01 b-01 efter |b|1|"


def test_a_merge_and_a_restored_revision_keep_the_words_that_stand():
    seat = MembershipFactory()
    barrier = BarrierFactory(plan=PlanFactory(city=seat.city), title="Before", description="Before")
    saving.save(barrier, {"title": "Mine"}, seen=1, by=seat)
    saving.save(barrier, {"description": "Theirs"}, seen=1, by=seat)
    merged = Barrier.objects.get().search_text

    history.restore(Barrier.objects.get(), 1, seen=3, by=seat)

    assert (merged, Barrier.objects.get().search_text) == (
        "b-01 b-01 mine theirs |b|1|",
        "b-01 b-01 before before |b|1|",
    )


def test_a_comment_keeps_its_words():
    barrier = BarrierFactory()

    comments.add(barrier, text="Jag håller med", by=MembershipFactory(city=barrier.plan.city))

    assert Comment.objects.get().search_text == "jag haller med"


def test_the_history_keeps_no_words_twice():
    barrier = BarrierFactory()

    assert not hasattr(barrier.history.get(), "search_text")
    assert history.entries(barrier, 1)[1][0].deed == Deed.ADDED


def test_every_way_to_write_a_row_keeps_its_words():
    places.build("here")
    populate(cities=1, barriers=3, comments=5)

    assert kept() == due()
    assert {model for model, _pk in kept()} == set(Searched.kinds().values())


def test_the_demo_keeps_its_words():
    call_command("demo", verbosity=0)

    assert kept() == due()


def indexes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE '%_trigrams'")
        return {name for [name] in cursor.fetchall()}


if connection.vendor == "postgresql":
    TRIGRAMS = import_module("actionplan.migrations.0003_search_text_trigrams")

    def test_postgresql_finds_substrings_by_an_index():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Record.objects.filter(search_text__contains="large lots").order_by().explain()

        assert indexes() == {TRIGRAMS._name(table) for table in ("record", "comment")}
        assert TRIGRAMS._name("record") in plan

    @pytest.mark.django_db(transaction=True)
    def test_without_the_right_to_create_the_extension_the_portal_does_without_the_index(caplog):
        with connection.schema_editor() as editor:
            TRIGRAMS.drop(apps, editor)
            editor.execute("DROP EXTENSION pg_trgm")
            editor.execute("CREATE ROLE newcomer")
        try:
            with connection.schema_editor() as editor:
                editor.execute("SET LOCAL ROLE newcomer")
                TRIGRAMS.create(apps, editor)
            assert indexes() == set()
            assert "Search does without its index" in caplog.text
        finally:
            with connection.schema_editor() as editor:
                editor.execute("DROP ROLE newcomer")
                TRIGRAMS.create(apps, editor)
