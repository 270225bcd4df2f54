"""An index that finds substrings, where PostgreSQL has its extension pg_trgm or lets us create it.

Search gives the same results without it. Where it was refused, somebody who may creates the extension; then this
migration is taken back and applied again, as the README says.
"""

import logging
from typing import Any

from django.db import DatabaseError, migrations, transaction

logger = logging.getLogger(__name__)

SEARCHED = ("record", "comment")


def create(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            for table in SEARCHED:
                cursor.execute(
                    f"CREATE INDEX IF NOT EXISTS {_name(table)} ON actionplan_{table} "
                    "USING gin (search_text gin_trgm_ops)"
                )
    except DatabaseError as error:
        logger.warning("Search does without its index: %s", error)


def drop(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in SEARCHED:
                cursor.execute(f"DROP INDEX IF EXISTS {_name(table)}")


def _name(table: str) -> str:
    return f"actionplan_{table}_search_text_trigrams"


class Migration(migrations.Migration):
    dependencies = [
        ("actionplan", "0002_versions_never_change"),
    ]

    operations = [migrations.RunPython(create, drop)]
