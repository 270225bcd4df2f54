"""Whether a member may correct what they added, and what they are told where they may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actionplan.kinds import NumberedKind
from actionplan.models import Record
from actionplan.services import corrections
from actionplan.services.corrections import Obstacle
from ulg.access import CityRequest, Refused, Way
from ulg.languages import sentence
from ulg.roles import Permission

if TYPE_CHECKING:
    from actionplan.views.record_detail import Shown

WORDS = {
    Obstacle.NOT_THEIRS: gettext_lazy(
        "Only the person who added %(record)s and those who edit the plan may change it."
    ),
    Obstacle.TAKEN_OUT: gettext_lazy(
        "%(record)s has been removed from the plan, so only those who edit the plan may change it."
    ),
    Obstacle.MOVED_ON: gettext_lazy(
        "The group has continued to work on %(record)s since you added it, so now only those who edit "
        "the plan may change it."
    ),
    Obstacle.COMMENTED: gettext_lazy(
        "Somebody has commented on %(record)s, so now only those who edit the plan may change it."
    ),
}


def may_correct(request: CityRequest, kind: NumberedKind, shown: Shown) -> bool:
    """Whether the page offers it to whoever reads it; those who edit the plan have their own button."""
    if not kind.is_contributed or shown.added_by != request.membership.pk:
        return False
    if Permission.EDIT_PLAN in request.membership.permissions:
        return False
    record = kind.model.objects.get(pk=shown.pk)
    return corrections.obstacle(record, by=request.membership) is None


def refuse_to_correct(request: CityRequest, record: Record, obstacle: Obstacle) -> NoReturn:
    """Say why, with what was sent, so that nothing typed is lost; what should change can be said in a comment."""
    words = sentence(WORDS[obstacle], request.city.language, record=record)
    texts = [request.POST.get(name, "").strip() for name in ("title", "description")]
    comment = Way(_("Suggest a change in a comment"), f"{record.get_absolute_url()}#write-comment")
    raise Refused(words, comment, unsent=[text for text in texts if text])
