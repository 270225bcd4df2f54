"""The triggers that freeze published versions and closed assessments, taken away only to empty tables between tests.

Django ends a test with real transactions by a flush (TRUNCATE on PostgreSQL, DELETE on SQLite), which the triggers
refuse. So the flush itself lifts them, empties the tables and puts them back, all in one transaction; a test in between
always meets them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations

triggers = import_module("actionplan.migrations.0002_versions_never_change")
of_assessments = import_module("actionplan.migrations.0005_closed_assessments_never_change")
_flush = BaseDatabaseOperations.execute_sql_flush


@contextmanager
def behind_the_triggers() -> Iterator[None]:
    """For whoever has the database in hand: change a version as no application can."""
    with transaction.atomic():
        triggers.uninstall(connection)
        yield
        triggers.install(connection)


def flush_with_triggers_lifted(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
    with transaction.atomic(using=operations.connection.alias):
        for each in (triggers, of_assessments):
            each.uninstall(operations.connection)
        _flush(operations, sql_list)
        for each in (triggers, of_assessments):
            each.install(operations.connection)
