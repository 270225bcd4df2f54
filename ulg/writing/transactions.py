"""Every service that writes is one transaction: `atomic` in place of Django's, which does not try again.

Two writers may stand in each other's way although all take their locks in one order (`ulg/writing/locks.py`): the
database then ends one of them. Nothing of it was written and nothing was sent, since mails wait for the commit; so it
is tried again, a few times and after a moment that chance chooses. What fails even then is answered as a database
that is unavailable (`genprocure/views/errors.py`), with the text that was sent.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import OperationalError, connection, models, transaction

TRIES = 5
LONGEST = 10.0  # seconds, after which nobody waits for one more try
FIRST_PAUSE = 0.05  # seconds at most; twice as long before each further try
ENDED_FOR_ANOTHER = {"40001", "40P01"}  # SQLSTATE: serialization failure, deadlock
SQLITE_BUSY = 5

P = ParamSpec("P")
T = TypeVar("T")


def atomic(function: Callable[P, T]) -> Callable[P, T]:
    """All of it or nothing; inside another one's transaction it is a part of that, which is tried again whole."""

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        if connection.in_atomic_block:
            with transaction.atomic():
                return function(*args, **kwargs)
        return _tried(lambda: function(*args, **kwargs), [*args, *kwargs.values()])

    return whole


def at_one_moment(function: Callable[P, T]) -> Callable[P, T]:
    """As `atomic`, and the function sees every record as it stood at one moment, however long it takes.

    SQLite lets one writer in at a time anyway. PostgreSQL ends whoever would change what somebody else has changed
    since that moment, and `atomic` tries again at a later one.
    """

    @atomic
    def begun(is_outermost: bool, *args: P.args, **kwargs: P.kwargs) -> T:
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return function(*args, **kwargs)

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        return begun(not connection.in_atomic_block, *args, **kwargs)

    return whole


def is_ended_for_another(error: BaseException) -> bool:
    """Whether the database ended a transaction that may do when it is tried again."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the rest says more closely what it waited for
    return getattr(cause, "sqlstate", None) in ENDED_FOR_ANOTHER or code == SQLITE_BUSY


def _tried(function: Callable[[], T], given: Iterable[Any]) -> T:
    records = [each for each in given if isinstance(each, models.Model)]
    until = time.monotonic() + LONGEST
    for further in range(TRIES - 1, -1, -1):
        before = [each.__getstate__() for each in records]
        try:
            with transaction.atomic():
                return function()
        except OperationalError as error:
            if not further or time.monotonic() > until or not is_ended_for_another(error):
                raise
        _put_back(records, before)
        time.sleep(random.uniform(0, FIRST_PAUSE * 2 ** (TRIES - 1 - further)))
    raise AssertionError("The last try returns or raises.")


def _put_back(records: list[models.Model], before: list[dict[str, Any]]) -> None:
    """What the ended try wrote into the records, such as a key, is not in the database."""
    for record, state in zip(records, before, strict=True):
        record.__dict__.clear()
        record.__dict__.update(state)
