"""The database itself refuses to change or delete a published version."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from actionplan.models import PlanVersion
from tests.factories import MembershipFactory, PlanFactory

REFUSAL = "A published version never changes."


@pytest.fixture
def version(db) -> PlanVersion:
    return new_version()


def new_version() -> PlanVersion:
    plan = PlanFactory()
    by = MembershipFactory(city=plan.city)
    return PlanVersion.objects.create(
        plan=plan, number=1, content="{}", sha256="0" * 64, published_at=timezone.now(), published_by=by
    )


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


CHANGES = {
    "save": lambda version: version.save(),
    "update": lambda version: PlanVersion.objects.update(content="{ }"),
    "bulk update": lambda version: PlanVersion.objects.bulk_update([version], ["sha256"]),
    "delete": lambda version: version.delete(),
    "delete all": lambda version: PlanVersion.objects.all().delete(),
    "raw delete": lambda version: PlanVersion.objects.all()._raw_delete("default"),
    "update in SQL": lambda version: sql("UPDATE actionplan_planversion SET content = '{ }'"),
    "delete in SQL": lambda version: sql("DELETE FROM actionplan_planversion"),
}
if connection.vendor == "postgresql":
    CHANGES["truncate in SQL"] = lambda version: sql(
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE actionplan_planversion CASCADE"
    )
if connection.vendor == "sqlite":
    CHANGES["replace in SQL"] = lambda version: sql(
        "INSERT OR REPLACE INTO actionplan_planversion"
        " (plan_id, number, content, sha256, previous_sha256, published_at, published_by_id)"
        " SELECT plan_id, number, '{ }', sha256, previous_sha256, published_at, published_by_id"
        " FROM actionplan_planversion"
    )


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_published_version_is_refused_every_change(version, change):
    with pytest.raises(IntegrityError, match=REFUSAL), transaction.atomic():
        change(version)

    assert list(PlanVersion.objects.values_list("content", flat=True)) == ["{}"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_the_table_is_empty_and_guarded_again_after_each_flush(time):
    assert not PlanVersion.objects.exists()

    version = new_version()

    with pytest.raises(IntegrityError, match=REFUSAL):
        version.delete()
