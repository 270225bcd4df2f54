"""The mails of the demo: written to files instead of sent."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

BETWEEN = b"-" * 79 + b"\n"
ENDING = ".log"


@dataclass(frozen=True)
class Mail:
    subject: str
    to: str
    sent_at: datetime | None
    text: str


def mails(folder: str | Path) -> list[Mail]:
    """Newest first."""
    files = sorted(Path(folder).glob(f"*{ENDING}"), key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
    return [mail for path in files for mail in _read(path)]


def _read(path: Path) -> Iterator[Mail]:
    for raw in reversed(path.read_bytes().split(BETWEEN)):
        if raw.strip():
            message = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
            body = message.get_body(("plain",))
            text = body.get_content() if body else ""
            yield Mail(str(message["Subject"] or ""), str(message["To"] or ""), _moment(message), text)


def _moment(message: EmailMessage) -> datetime | None:
    """Mails are dated in UTC without saying so."""
    date = message["Date"]
    if date is None:
        return None
    return date.datetime if date.datetime.tzinfo else date.datetime.replace(tzinfo=UTC)
