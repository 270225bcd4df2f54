"""A transaction that the database ended for another one's sake is tried again, and leaves no trace of its first try."""

from __future__ import annotations

import sqlite3
import time

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from tests.factories import CityFactory
from ulg.models import Organisation
from ulg.writing import transactions
from ulg.writing.transactions import TRIES, atomic

pytestmark = pytest.mark.django_db(transaction=True)


def ended(cause: Exception) -> OperationalError:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


def busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = 517  # SQLITE_BUSY_SNAPSHOT
    return error


@pytest.fixture(autouse=True)
def pauses(monkeypatch) -> list[float]:
    made: list[float] = []
    monkeypatch.setattr(transactions.time, "sleep", made.append)
    return made


@pytest.mark.parametrize(
    "cause", [psycopg.errors.DeadlockDetected(), psycopg.errors.SerializationFailure(), busy()], ids=str
)
def test_transaction_that_was_ended_is_tried_again_with_the_records_as_they_were(cause, pauses):
    city, keys = CityFactory(), []
    organisation = Organisation(city=city, name="Lots", sector="public", kind="city_department")

    @atomic
    def add(record):
        keys.append(record.pk)
        record.save()
        if len(keys) == 1:
            raise ended(cause)
        return record

    made = add(organisation)

    assert (keys, len(pauses)) == ([None, None], 1)
    assert list(Organisation.objects.values_list("pk", flat=True)) == [made.pk]


def test_what_was_to_follow_the_commit_of_an_ended_try_never_follows():
    tries, sent = [], []

    @atomic
    def write():
        tries.append(1)
        number = len(tries)
        transaction.on_commit(lambda: sent.append(number))
        if number == 1:
            raise ended(psycopg.errors.DeadlockDetected())

    write()

    assert sent == [2]


def test_transaction_is_given_up_after_some_tries():
    tries = []

    @atomic
    def write():
        tries.append(1)
        raise ended(psycopg.errors.DeadlockDetected())

    with pytest.raises(OperationalError):
        write()

    assert len(tries) == TRIES


def test_transaction_that_has_waited_long_is_not_tried_again(monkeypatch):
    tries, now = [], iter([0.0, 11.0])
    monkeypatch.setattr(transactions.time, "monotonic", lambda: next(now, time.perf_counter()))

    @atomic
    def write():
        tries.append(1)
        raise ended(busy())

    with pytest.raises(OperationalError):
        write()

    assert tries == [1]


@pytest.mark.parametrize("cause", [psycopg.errors.AdminShutdown(), psycopg.OperationalError("refused")], ids=str)
def test_database_that_is_away_is_not_asked_again(cause):
    tries = []

    @atomic
    def write():
        tries.append(1)
        raise ended(cause)

    with pytest.raises(OperationalError):
        write()

    assert tries == [1]


def test_part_of_a_transaction_is_not_tried_alone():
    tries, whole = [], []

    @atomic
    def part():
        tries.append(1)
        if len(tries) == 1:
            raise ended(psycopg.errors.DeadlockDetected())

    @atomic
    def all_of_it():
        whole.append(1)
        part()

    all_of_it()

    assert (len(whole), len(tries)) == (2, 2)
    assert not connection.in_atomic_block
