"""What the pages on which people write need: forms whose text is kept, and what changed in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape

from django import forms, template
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ulg.models import Draft, Membership
from ulg.services.history import Entry
from ulg.templatetags.portal import listed

register = template.Library()

DEEDS = {
    "created": gettext_lazy("added this"),
    "changed": gettext_lazy("changed this"),
    "restored": gettext_lazy("restored an earlier state"),
    "removed": gettext_lazy("took this out of the plan"),
    "brought back": gettext_lazy("brought this back into the plan"),
    "withdrawn": gettext_lazy("withdrew this"),
    "ended": gettext_lazy("ended this seat"),
    "taken back": gettext_lazy("gave this seat back"),
}


@register.filter
def record_key(form: forms.BaseForm) -> str:
    """`section/12`: the record that the form changes; nothing if it makes a new one."""
    record = getattr(form, "instance", None)
    return f"{record._meta.model_name}/{record.pk}" if record is not None and record.pk else ""


@register.filter
def signature(member: Membership | None) -> str:
    """Who it was; never an address, also where somebody has not told her name yet."""
    if member is None:
        return _("The portal")
    return member.user.name or _("A member")


@register.filter
def signatures(members: Iterable[Membership]) -> list[str]:
    return [signature(member) for member in members]


@register.filter
def deed(entry: Entry) -> str:
    """What a revision did, after the name of who did it."""
    if entry.deed == "merged" and entry.joined:
        names = listed(signatures(entry.joined))
        return _("saved this together with what %(names)s wrote meanwhile") % {"names": names}
    if entry.deed == "changed" and len(entry.changes) == 1:
        return _("changed %(field)s") % {"field": entry.changes[0].label.lower()}
    return str(DEEDS.get(entry.deed, DEEDS["changed"]))


@register.filter
def first_words(draft: Draft) -> str:
    """The beginning of the longest text in a draft."""
    texts = [value for values in draft.fields.values() for value in values]
    longest = max(texts, key=len, default="")
    return Truncator(" ".join(unescape(strip_tags(longest.replace("><", "> <"))).split())).words(24)
