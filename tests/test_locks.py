"""The order of locks (ulg/writing/locks.py), read from the statements that every request sends to PostgreSQL."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.transaction import on_commit
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actionplan.models import Barrier
from actionplan.services import versions
from tests import crowd, places
from tests.crowd import Person
from tests.places import Place
from tests.servers import Answer
from ulg.caching import revisions
from ulg.models import Revised
from ulg.roles import Role
from ulg.writing import locks

pytestmark = pytest.mark.django_db

LOCK = re.compile(r'SELECT .*? FROM "(\w+)".* FOR (?:NO KEY )?UPDATE|UPDATE "(\w+)"|DELETE FROM "(\w+)"', re.DOTALL)
STRONG_LOCK = re.compile(r'SELECT .*? FROM "(\w+)".* FOR UPDATE', re.DOTALL)
# Rows of these are pointed at by others, whose writers would wait for a strong lock
POINTED_AT = {model._meta.db_table for model in apps.get_models() if model._meta.related_objects}
PLACES = {apps.get_model(label)._meta.db_table: place for place, label in enumerate(settings.LOCK_ORDER)}
# Where a table extends another one, nobody locks a row of it without the row that it extends
EXTENDED = {model._meta.db_table: locks.table_of(model)._meta.db_table for model in apps.get_models()}


class Alone(Person):
    """Somebody who asks without a server, so that the statements can be read."""

    def __init__(self, place: Place) -> None:
        self.place, self.seat, self.chance = place, place.seats[Role.COORDINATOR], random.Random(1)
        self.client = Client()
        self.client.force_login(self.seat.user)

    def post(self, name: str, fields: dict[str, object], **parts: object) -> Answer:
        response = self.client.post(self.place.url(name, **parts), fields)
        return Answer(response.status_code, text=response.content.decode())

    def get(self, name: str) -> Answer:
        return Answer(self.client.get(self.place.url(name)).status_code)


@pytest.fixture
def person(monkeypatch) -> Alone:
    # A city's revision is renewed when the transaction has ended, which none does here
    monkeypatch.setattr(revisions, "on_commit", on_commit)
    place = places.build("here")
    crowd.spare_seats(place)
    Barrier.objects.update(status="raised", parked_reason="")  # so that adopting any solution changes it
    versions.publish_version(place.plan, by=place.seats[Role.COORDINATOR])
    return Alone(place)


def transactions(statements: list[str]) -> list[list[str]]:
    """The statements parted by transaction, which is a savepoint here: the test itself is one transaction."""
    found: list[list[str]] = []
    depth = 0
    for statement in statements:
        if statement.startswith("SAVEPOINT"):
            found += [[]] if depth == 0 else []
            depth += 1
        elif statement.startswith(("RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")):
            depth -= 1
        elif depth:
            found[-1].append(statement)
    return found


def tables_locked(statements: list[str], pattern: re.Pattern[str]) -> list[str]:
    found = [next(filter(None, match.groups())) for match in map(pattern.match, statements) if match]
    return list(dict.fromkeys(EXTENDED.get(table, table) for table in found))


def test_every_verb_locks_in_the_one_order_and_no_more_than_it_must(person: Alone):
    answers, wrong = {}, []
    for request in [*dict.fromkeys(crowd.REQUESTS), crowd.publish]:
        with CaptureQueriesContext(connection) as log:
            answers[request.__name__] = request(person).status
        wrong += [(request.__name__, fault) for fault in faults([query["sql"] for query in log])]

    assert set(answers.values()) <= {200, 302}, answers
    assert wrong == []


def faults(statements: list[str]) -> Iterator[str]:
    if connection.vendor != "postgresql":
        return  # SQLite has one lock, for all of it
    for transaction in transactions(statements):
        taken = [table for table in tables_locked(transaction, LOCK) if table in PLACES]
        if taken != sorted(taken, key=PLACES.__getitem__):
            yield f"locks {', '.join(taken)}"
    for table in tables_locked(statements, STRONG_LOCK):
        if table in POINTED_AT:
            yield f"locks {table} more than it must"


def test_every_record_has_its_place_in_the_order():
    tables = {locks.table_of(model)._meta.label for model in Revised.kinds().values()}

    assert tables - set(settings.LOCK_ORDER) == set()
