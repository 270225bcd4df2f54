from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from actionplan.models import Section
from actionplan.models.fields import RichTextField
from tests.factories import CityFactory, MembershipFactory, OrganisationFactory, SectionFactory, UserFactory
from ulg.models import City, Organisation, UnsentText, User
from ulg.models.texts import CleanedField

pytestmark = pytest.mark.django_db
DIRTY, CLEAN = " A\u200bnna\u202e A\u030a\u2800 ", "Anna Å"

# Written by the portal alone, refused unless plain, or frozen with a version
NOT_WRITTEN_BY_PEOPLE = {
    "City": {"slug", "country", "currency", "time_zone"},
    "UnsentText": {"form_url", "page", "window"},
    "Invitation": {"token_hash"},
    "CityRevision": {"plan", "people", "comments"},
    "Submission": {"form_url", "digest"},
    "User": {"password"},
    "PlanVersion": {"content", "sha256", "previous_sha256"},
    "PublishedName": {"name", "function", "organisation"},
    "VersionFile": {"format", "language", "sha256"},
    "VersionGaps": {"words"},
    "Answer": {"statement"},
    # Codes, numbers and languages of notices; `actionplan/notices/tree.py` cleans every text that it reads
    "Notice": {
        *("identifier", "procedure", "counted_in", "form", "type", "subtype", "sdk", "dispatched_at", "publication"),
        *(
            "changes",
            "previous",
            "buyers",
            "language",
            "cpv",
            "estimated_currency",
            "total_currency",
            "remarks",
            "sha256",
        ),
    },
    "NoticeLot": {
        *("identifier", "language", "nature", "cpv", "estimated_currency", "ceiling_currency", "reserved", "results"),
        *("strategic", "social", "environmental", "innovative", "words", "contracts"),
    },
    "Procedure": {"identifier", "aim", "division", "remarks"},
    "ProcedureLot": {"identifier", "aim", "division", "passages", "words_sha256"},
    "ProcedureAmount": {"lot", "measure", "aim", "division", "currency", "won_by"},
    "AimDecision": {"procedure", "lot", "words_sha256"},
    "NoticeImport": {"counts"},
    "ImportedFile": {"outcome", "notice", "remarks", "refusal"},
    "Attachment": {"file", "sha256"},
    "EnteredFigure": {"currency"},
    "Supplier": {"number"},
    "Finding": {"figure"},
}


def test_every_column_for_what_people_write_cleans_it():
    texts = models.CharField, models.TextField, models.JSONField
    found = {
        f"{model.__name__}.{field.name}"
        for app in ("ulg", "actionplan")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.fields
        if isinstance(field, texts) and not (field.choices or isinstance(field, CleanedField | RichTextField))
        if field.name
        not in {"kind", "code", "search_text", "history_change_reason"} | NOT_WRITTEN_BY_PEOPLE.get(_kind(model), set())
    }

    assert found == set()  # else: give it a column of ulg.models.texts, or name it above


def test_an_object_holds_what_its_row_holds_after_a_save():
    organisation = OrganisationFactory(name=DIRTY)

    assert (organisation.name, Organisation.objects.values_list("name", flat=True).get()) == (CLEAN, CLEAN)


def test_rows_added_in_bulk_are_cleaned():
    Organisation.objects.bulk_create([Organisation(city=CityFactory(), name=DIRTY, sector="public", kind="other")])

    assert Organisation.objects.get().name == CLEAN


def test_an_update_is_cleaned():
    section = SectionFactory()
    City.objects.update(name=DIRTY, note="a\r\n\u200bb", aliases=[DIRTY, "\u200b"])
    Section.objects.update(text="<p>a\u200b<script>b</script>")

    section.refresh_from_db()
    assert list(City.objects.values_list("name", "note", "aliases")) == [(CLEAN, "a\nb", [CLEAN])]
    assert section.text == "<p>a</p>"


def test_what_somebody_has_not_sent_yet_loses_only_what_nobody_sees():
    unsent = UnsentText.objects.create(
        author=MembershipFactory(), title=DIRTY, fields={"text": ["<p>A\x00\u200bn\u030a"]}
    )

    unsent.refresh_from_db()
    assert (unsent.title, unsent.fields) == (CLEAN, {"text": ["<p>An\u030a"]})


def test_a_row_is_found_by_any_spelling():
    user = UserFactory(email="anna@umeå.example")

    found = User.objects.get(email="Anna\u200b@UMEÅ.example")

    assert (found, user.email, user.shown_email) == (user, "anna@xn--ume-wla.example", "anna@umeå.example")


def _kind(model: type[models.Model]) -> str:
    return model.__name__.removeprefix("Historical")
