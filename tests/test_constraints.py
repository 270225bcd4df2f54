"""Everything that only one row may have: how people reach it, and the test in which two of them want it at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

from actionplan.kinds import KINDS

ROOT = Path(__file__).parent
CROWD = "journeys/test_crowd.py::test_crowd_at_work_gets_no_server_error"
AT_ONCE = "test_at_once.py::test_"

# Each constraint with the test that races it; a form's answer is an error at its field, a "get or create" gets
RACED = {
    "one_record_per_number": CROWD,
    "one_record_per_code": CROWD,
    "actionplan.Barrier_findings barrier, finding": CROWD,
    "actionplan.Solution_barriers solution, barrier": CROWD,
    "actionplan.Indicator_actions indicator, action": CROWD,
    "one_assessment_per_number": AT_ONCE + "assessment_that_two_open_is_one",
    "one_open_assessment_per_plan": AT_ONCE + "assessment_that_two_open_is_one",
    "one_answer_per_statement": AT_ONCE + "statements_that_two_add_stand_beside_each_other",
    "one_own_score_per_member": AT_ONCE + "score_that_one_member_gives_twice_is_one",
    "one_entered_figure": AT_ONCE + "figure_that_two_enter_is_there_once",
    "one_supplier_per_number": AT_ONCE + "firm_that_two_add_is_in_the_register_once",
    "actionplan.SupplierUpload by": AT_ONCE + "file_that_one_person_uploads_twice_at_once_is_held_once",
    "one_number_series_per_kind": AT_ONCE + "first_two_records_of_a_plan_get_two_numbers",
    "actionplan.Plan city": AT_ONCE + "plan_that_two_open_is_one",
    "one_version_per_number": AT_ONCE + "second_of_two_publishers_is_told_of_the_first",
    "one_name_per_version": AT_ONCE + "second_of_two_publishers_is_told_of_the_first",
    "one_file_per_format": AT_ONCE + "file_that_two_ask_for_first_is_made_once",
    "actionplan.Publication version": AT_ONCE + "version_that_two_open_is_open",
    "ulg.City slug": AT_ONCE + "address_that_two_cities_want_is_refused_to_the_second",
    "one_organisation_per_name": "ulg/views/test_organisations.py::test_name_that_somebody_takes_at_once",
    "ulg.User email": "ulg/services/test_members_at_once.py::test_two_cities_that_add_the_same_new_person_share_one",
    "one_user_per_address": (
        "ulg/services/test_members_at_once.py::test_two_cities_that_add_the_same_new_person_share_one"
    ),
    "one_seat_per_person_and_city": (
        "ulg/services/test_members_at_once.py::test_two_coordinators_who_add_the_same_person_give_one_seat"
    ),
    "actionplan.VersionGaps version": AT_ONCE + "second_of_two_publishers_is_told_of_the_first",
    "one_unsent_text_per_page_and_form": AT_ONCE + "text_that_one_page_keeps_twice_at_once_is_kept_once",
    "one_submission_per_author_and_key": "actionplan/views/test_sent_at_once.py::test_comment_is_posted_once",
    "one_notice_per_version": AT_ONCE + "notices_that_two_import_are_there_once",
    "one_lot_per_notice": AT_ONCE + "notices_that_two_import_are_there_once",
    "one_procedure_per_identifier": AT_ONCE + "notices_that_two_import_are_there_once",
    "one_aim_decision_per_number": AT_ONCE + "lot_that_two_editors_decide_about_is_decided_by_one",
    "ulg.CityRevision city": AT_ONCE + "first_two_changes_of_a_city_make_one_revision",
    "ulg.Visit membership": AT_ONCE + "first_two_requests_of_a_member_are_one_visit",
}
NOT_REACHED = {
    **{f"actionplan.{kind.model.__name__} record_ptr": "the key of its row in the table of records" for kind in KINDS},
    "one_event_per_revision": "whoever writes a revision holds the lock of its row",
    "ulg.Invitation token_hash": "32 random bytes: no two are alike",
    "sessions.Session session_key": "Django draws another key where one is taken",
    "account.EmailAddress user, email": "the portal keeps a person's address with the person; no such row is made",
    "unique_verified_email": "as above",
    "unique_primary_email": "as above",
    "account.EmailConfirmation key": "as above",
    "auth.Permission content_type, codename": "made by migrate",
    "auth.Group name": "the portal has no such groups",
    "auth.Group_permissions group, permission": "as above",
    "contenttypes.ContentType app_label, model": "made by migrate",
}


def constraints() -> Iterator[str]:
    """What is unique in any model of the portal and of its libraries, by the constraint's name or model and fields."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.unique and not isinstance(field, models.AutoField):
                yield f"{model._meta.label} {field.name}"
        for together in model._meta.unique_together:
            yield f"{model._meta.label} {', '.join(together)}"
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                yield constraint.name


def test_everything_unique_is_raced_by_a_test_or_reached_by_nobody():
    assert sorted(constraints()) == sorted([*RACED, *NOT_REACHED])


def test_each_race_has_its_test():
    missing = []
    for test in set(RACED.values()):
        file, _colons, name = test.partition("::")
        if f"def {name}" not in (ROOT / file).read_text():
            missing.append(test)

    assert missing == []
