"""What happened in the plan since a moment, read from its events in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actionplan.models import Attachment, Plan, Record
from ulg.models import Deed, Event
from ulg.models.meta import name_of

MOST = 12  # lines of news
MOST_EVENTS = MOST * 8  # what one person did to one record stands on one line
FILE = name_of(Attachment)
WITH_FILES = {
    Deed.ADDED: gettext_lazy("added a file to"),
    Deed.REMOVED: gettext_lazy("removed a file from"),
    Deed.BROUGHT_BACK: gettext_lazy("restored a file of"),
    Deed.CHANGED: gettext_lazy("changed a file of"),
    Deed.RESTORED: gettext_lazy("changed a file of"),
}
SAID = (Deed.COMMENTED, Deed.REPLIED, Deed.ANSWERED)


@dataclass(frozen=True)
class News:
    """One line of news: who did what to which record."""

    at: datetime
    who: str
    words: str
    kind: str
    record: str
    url: str
    times: int = 1


class EventRow(NamedTuple):
    """What is read of an event: its deed, who did it, and what names the record."""

    at: datetime
    deed: str
    by_id: int | None
    who: str | None
    kind: str  # of what was changed: the record, or what hangs on it
    record_kind: str
    record_id: int
    code: str
    title: str


COLUMNS = (
    "at",
    "deed",
    "by_id",
    "by__user__name",
    "kind",
    "record__kind",
    "record_id",
    "record__code",
    "record__title",
)


def since(plan: Plan, moment: datetime) -> list[News]:
    """News of the plan, newest first; the plan comes with its city."""
    return news(plan, events(plan, moment))


def events(plan: Plan, moment: datetime) -> list[EventRow]:
    """The newest events of the plan's records, with the records and who it was."""
    withdrawn = Event.objects.filter(kind="comment", key=OuterRef("key"), deed=Deed.WITHDRAWN)
    opened = Q(kind="section", deed=Deed.ADDED) | Q(deed=Deed.OPENED)  # with the plan or an assessment, all at once
    said_still = Q(deed__in=SAID) & ~Exists(withdrawn)
    found = Event.objects.filter(city=plan.city, at__gt=moment, record__isnull=False).filter(
        said_still | ~Q(kind="comment") & ~opened
    )
    rows = found.order_by("-at", "-pk").values_list(*COLUMNS)
    return [EventRow(*row) for row in rows[:MOST_EVENTS]]


def news(plan: Plan, found: Iterable[EventRow]) -> list[News]:
    """The events as lines of news; what one person did to one record stands together."""
    grouped: dict[tuple[int, int | None, str], list[EventRow]] = {}
    for event in found:
        grouped.setdefault((event.record_id, event.by_id, _sort(event)), []).append(event)
    return [_line(plan, together) for together in list(grouped.values())[:MOST]]


def _line(plan: Plan, together: list[EventRow]) -> News:
    newest, oldest = together[0], together[-1]
    record = Record.named(plan, newest.record_kind, newest.record_id, newest.code, newest.title)
    who = newest.who or _("The portal")
    url = record.get_absolute_url()
    return News(newest.at, who, _words(newest, oldest), record.kind, str(record), url, len(together))


def _sort(event: EventRow) -> str:
    """What stands on one line: what was said, each deed with files, and what was done to the record itself."""
    if event.deed in SAID:
        return "said"
    return f"file {event.deed}" if event.kind == FILE else "done"


def _words(newest: EventRow, oldest: EventRow) -> str:
    if newest.kind == FILE:
        return str(WITH_FILES[Deed(newest.deed)])
    if newest.deed in SAID:
        return _("answered a comment on") if newest.deed == Deed.ANSWERED else _("commented on")
    if newest.deed == Deed.REMOVED:
        return _("removed")
    if newest.deed in (Deed.RESTORED, Deed.BROUGHT_BACK):
        return _("restored")
    return _("added") if oldest.deed == Deed.ADDED else _("changed")
