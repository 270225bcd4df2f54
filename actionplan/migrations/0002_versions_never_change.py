"""Published versions are frozen below the application as well: the database refuses to change or delete one.

A later migration that alters the table of versions on SQLite rebuilds it and loses these triggers: run `install` again
there. `tests/actionplan/test_frozen_versions.py` notices if that is forgotten.
"""

from django.db import NotSupportedError, migrations

TABLE = "actionplan_planversion"
REFUSAL = "A published version never changes."

SQLITE = {
    "planversion_no_update": "BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "planversion_no_delete": "BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    # INSERT OR REPLACE deletes without asking the trigger above
    "planversion_no_replace": (
        "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id"
        " OR (plan_id = NEW.plan_id AND number = NEW.number)) BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    ),
}
POSTGRESQL = {
    "planversion_no_change": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()",
    "planversion_no_truncate": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}()",
}
FUNCTION = "actionplan_refuse_change"
CREATE_FUNCTION = (
    "CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def install(connection):
    uninstall(connection)
    words = {"table": TABLE, "refusal": REFUSAL, "function": FUNCTION}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(CREATE_FUNCTION.format(**words))
        for name, body in _triggers(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {body.format(**words)}")


def uninstall(connection):
    of_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")


def _triggers(connection):
    known = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
    if connection.vendor not in known:
        raise NotSupportedError(f"The portal keeps its versions on SQLite or PostgreSQL, not on {connection.vendor}.")
    return known[connection.vendor]


class Migration(migrations.Migration):
    dependencies = [("actionplan", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: install(schema_editor.connection),
            lambda apps, schema_editor: uninstall(schema_editor.connection),
        ),
    ]
