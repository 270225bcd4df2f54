"""Whether the database is away: stopped, restarting, full, hanging, or one that can be read only."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psycopg
from django.db import InterfaceError, OperationalError

READ_ONLY = "25006"  # SQLSTATE: a write in a read-only transaction, as on a standby that has not taken over yet
PAUSE = 2.0  # seconds, after which one request may try again whether a connection comes about

_waits_until = 0.0


def is_outage(error: BaseException | None) -> bool:
    """Whether this error, or one that led to it, says that the database did not do its part."""
    return any(
        isinstance(each, OperationalError | InterfaceError) or getattr(each, "sqlstate", None) == READ_ONLY
        for each in _causes(error)
    )


def note(error: BaseException | None) -> None:
    """Remember that a connection was waited for in vain, so that others need not."""
    global _waits_until
    if any(isinstance(each, psycopg.errors.ConnectionTimeout) for each in _causes(error)):
        _waits_until = time.monotonic() + PAUSE


def goes_on() -> bool:
    return time.monotonic() < _waits_until


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what it came from, and so on; each once."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
