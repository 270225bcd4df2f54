"""A closed assessment is frozen below the application as well, with its answers and the scores of its members.

What an answer says stands in two tables, of which that of all records is guarded for these rows only. Its search text
may be made anew, which is why the columns are named.

A later migration that alters one of these tables calls `uninstall` before and `install` after: SQLite rebuilds a table
that is altered, which it refuses while triggers of other tables name it. `tests/actionplan/test_frozen_assessments.py`
notices a trigger that is gone.
"""

from django.db import NotSupportedError, migrations

REFUSAL = "A closed assessment never changes."
ASSESSMENT, ANSWER = "actionplan_assessment", "actionplan_answer"
RECORD, OWN_SCORE = "actionplan_record", "actionplan_ownscore"
TABLES = (ASSESSMENT, ANSWER, RECORD, OWN_SCORE)
WORDS_OF_RECORD = "plan_id, kind, number, code, title, revision, removed_at, created_at, created_by_id"

IS_CLOSED = f"EXISTS (SELECT 1 FROM {ASSESSMENT} WHERE id = {{row}}.assessment_id AND closed_at IS NOT NULL)"
IS_FROZEN = (
    f"EXISTS (SELECT 1 FROM {ANSWER} JOIN {ASSESSMENT} ON {ASSESSMENT}.id = {ANSWER}.assessment_id"
    f" WHERE {ANSWER}.record_ptr_id = {{key}} AND {ASSESSMENT}.closed_at IS NOT NULL)"
)
# When a row may be neither changed nor deleted; and when one may not be added, or become another one's
MAY_NOT_CHANGE = {
    ASSESSMENT: "OLD.closed_at IS NOT NULL",
    ANSWER: IS_CLOSED.format(row="OLD"),
    RECORD: "OLD.kind = 'answer' AND " + IS_FROZEN.format(key="OLD.id"),
    OWN_SCORE: IS_FROZEN.format(key="OLD.answer_id"),
}
MAY_NOT_ADD = {
    ANSWER: IS_CLOSED.format(row="NEW"),
    OWN_SCORE: IS_FROZEN.format(key="NEW.answer_id"),
}
# On SQLite, INSERT OR REPLACE deletes whatever has the same key without asking the trigger for that
MAY_NOT_REPLACE = {
    ASSESSMENT: (
        f"EXISTS (SELECT 1 FROM {ASSESSMENT} WHERE closed_at IS NOT NULL"
        " AND (id = NEW.id OR (plan_id = NEW.plan_id AND number = NEW.number)))"
    ),
    ANSWER: f"({MAY_NOT_ADD[ANSWER]} OR {IS_FROZEN.format(key='NEW.record_ptr_id')})",
    RECORD: (
        f"NEW.kind = 'answer' AND EXISTS (SELECT 1 FROM {RECORD} r WHERE {IS_FROZEN.format(key='r.id')}"
        " AND r.plan_id = NEW.plan_id AND r.kind = NEW.kind AND (r.number = NEW.number OR r.code = NEW.code))"
        f" OR {IS_FROZEN.format(key='NEW.id')}"
    ),
    OWN_SCORE: (
        f"({MAY_NOT_ADD[OWN_SCORE]} OR EXISTS (SELECT 1 FROM {OWN_SCORE} o WHERE o.id = NEW.id"
        f" AND {IS_FROZEN.format(key='o.answer_id')}))"
    ),
}
FUNCTION = (
    "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
)
RAISE = f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';"


def install(connection):
    uninstall(connection)
    statements = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}
    if connection.vendor not in statements:
        raise NotSupportedError(f"The portal runs on SQLite or PostgreSQL, not on {connection.vendor}.")
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]():
            cursor.execute(statement)


def uninstall(connection):
    of_table = " ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in TABLES:
            for verb in ("update", "delete", "insert", "truncate"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{of_table.format(table=table)}")


def _of_sqlite():
    for table in TABLES:
        columns = f" OF {WORDS_OF_RECORD}" if table == RECORD else ""
        moved = f" OR {MAY_NOT_ADD[table]}" if table in MAY_NOT_ADD else ""
        conditions = {
            "update": (f"UPDATE{columns}", MAY_NOT_CHANGE[table] + moved),
            "delete": ("DELETE", MAY_NOT_CHANGE[table]),
            "insert": ("INSERT", MAY_NOT_REPLACE[table]),
        }
        for verb, (when, condition) in conditions.items():
            yield (
                f"CREATE TRIGGER {_name(table, verb)} BEFORE {when} ON {table} WHEN {condition}"
                f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _of_postgresql():
    """PostgreSQL asks nothing of other tables in the condition of a trigger, so its functions do."""
    any_closed = f"IF EXISTS (SELECT 1 FROM {ASSESSMENT} WHERE closed_at IS NOT NULL) THEN {RAISE} END IF; RETURN NULL;"
    yield FUNCTION.format(name="actionplan_refuse_truncate", body=any_closed)
    for table in TABLES:
        body = f"IF TG_OP <> 'INSERT' THEN IF {MAY_NOT_CHANGE[table]} THEN {RAISE} END IF; END IF;"
        if table in MAY_NOT_ADD:
            body += f" IF TG_OP <> 'DELETE' THEN IF {MAY_NOT_ADD[table]} THEN {RAISE} END IF; END IF;"
        body += " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
        yield FUNCTION.format(name=_name(table, "change"), body=body)
        columns = f" OF {WORDS_OF_RECORD}" if table == RECORD else ""
        verbs = {"update": f"UPDATE{columns}", "delete": "DELETE"}
        if table in MAY_NOT_ADD:
            verbs["insert"] = "INSERT"
        for verb, when in verbs.items():
            yield (
                f"CREATE TRIGGER {_name(table, verb)} BEFORE {when} ON {table}"
                f" FOR EACH ROW EXECUTE FUNCTION {_name(table, 'change')}()"
            )
        yield (
            f"CREATE TRIGGER {_name(table, 'truncate')} BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION actionplan_refuse_truncate()"
        )


def _name(table, verb):
    return f"{table}_closed_{verb}"


class Migration(migrations.Migration):
    dependencies = [("actionplan", "0004_assessment")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: install(schema_editor.connection),
            lambda apps, schema_editor: uninstall(schema_editor.connection),
        ),
    ]
