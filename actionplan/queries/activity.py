"""What happened in the plan since a moment, read from its events in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actionplan.models import Attachment, Plan
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


def since(plan: Plan, moment: datetime) -> list[News]:
    """News of the plan, newest first; the plan comes with its city."""
    return news(plan, events(plan, moment))


def events(plan: Plan, moment: datetime) -> list[Event]:
    """The newest events of the plan's records, with the records and who it was."""
    withdrawn = Event.objects.filter(kind="comment", key=OuterRef("key"), deed=Deed.WITHDRAWN)
    opened = Q(kind="section", deed=Deed.ADDED) | Q(deed=Deed.OPENED)  # with the plan or an assessment, all at once
    said_still = Q(deed__in=SAID) & ~Exists(withdrawn)
    found = (
        Event.objects.filter(city=plan.city, at__gt=moment, record__isnull=False)
        .filter(said_still | ~Q(kind="comment") & ~opened)
        .select_related("by__user", "record")
        .only("at", "deed", "kind", "by", "by__user__name", "record__kind", "record__code", "record__title")
    )
    return list(found.order_by("-at", "-pk")[:MOST_EVENTS])


def news(plan: Plan, found: Iterable[Event]) -> list[News]:
    """The events as lines of news; what one person did to one record stands together."""
    grouped: dict[tuple[int | None, int | None, str], list[Event]] = {}
    for event in found:
        grouped.setdefault((event.record_id, event.by_id, _sort(event)), []).append(event)
    return [_line(plan, together) for together in list(grouped.values())[:MOST]]


def _line(plan: Plan, together: list[Event]) -> News:
    newest, oldest = together[0], together[-1]
    record = newest.record
    assert record is not None  # `events` reads those of records only
    record.plan = plan
    who = newest.by.user.name if newest.by else ""
    url = record.get_absolute_url()
    return News(newest.at, who or _("The portal"), _words(newest, oldest), record.kind, str(record), url, len(together))


def _sort(event: Event) -> str:
    """What stands on one line: what was said, each deed with files, and what was done to the record itself."""
    if event.deed in SAID:
        return "said"
    return f"file {event.deed}" if event.kind == FILE else "done"


def _words(newest: Event, oldest: Event) -> str:
    if newest.kind == FILE:
        return str(WITH_FILES[Deed(newest.deed)])
    if newest.deed in SAID:
        return _("answered a comment on") if newest.deed == Deed.ANSWERED else _("commented on")
    if newest.deed == Deed.REMOVED:
        return _("removed")
    if newest.deed in (Deed.RESTORED, Deed.BROUGHT_BACK):
        return _("restored")
    return _("added") if oldest.deed == Deed.ADDED else _("changed")
