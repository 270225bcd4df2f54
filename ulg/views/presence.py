"""What somebody who writes in a record should know about the others, in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ulg.models import Membership, Revised
from ulg.templatetags.portal import listed, moment


def writing_here(writers: Sequence[Membership]) -> str:
    """Anna Lindqvist is writing here. Your changes are joined …"""
    if not writers:
        return ""
    words = ngettext(
        "%(names)s is writing here. Your changes are merged if they affect different paragraphs.",
        "%(names)s are writing here. Your changes are merged if they affect different paragraphs.",
        len(writers),
    )
    return words % {"names": listed(writers)}


def saved_meanwhile(record: Revised, *, seen: int | None, reader: Membership) -> str:
    """Who has saved the record since the revision that the reader saw."""
    if seen is None or record.revision <= seen:
        return ""
    since = record.history.filter(revision__gt=seen).order_by("history_id").select_related("updated_by__user")
    writers = list(dict.fromkeys(row.updated_by for row in since if row.updated_by))
    when = {"when": moment(record.updated_at)}
    if writers == [reader]:
        return _("You saved this in another window %(when)s. Your text is merged with it when you save.") % when
    names = {"names": listed(each for each in writers if each != reader) or _("Somebody")}
    return _("%(names)s saved this %(when)s. Your text is merged with it when you save.") % {**names, **when}
