"""What the pages on which people write need: forms whose text is kept, and what changed in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms, template
from django.template.context import Context
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ulg import languages
from ulg.models import Deed, Membership, UnsentText
from ulg.templatetags.portal import listed
from ulg.writing import form_owner, unsent_words
from ulg.writing.history import Entry

register = template.Library()

DEEDS = {
    **dict.fromkeys((Deed.ADDED, Deed.COMMENTED, Deed.REPLIED, Deed.ANSWERED), gettext_lazy("added this")),
    Deed.CHANGED: gettext_lazy("changed this"),
    Deed.RESTORED: gettext_lazy("restored an earlier state"),
    Deed.OPENED: gettext_lazy("opened this"),
    Deed.CLOSED: gettext_lazy("closed this"),
    Deed.REMOVED: gettext_lazy("removed this from the plan"),
    Deed.BROUGHT_BACK: gettext_lazy("restored this to the plan"),
    Deed.WITHDRAWN: gettext_lazy("withdrew this"),
    Deed.ENDED: gettext_lazy("removed this member from the group"),
    Deed.REOPENED: gettext_lazy("added this member to the group again"),
}


KINDS = {
    "p": pgettext_lazy("what a paragraph is", "paragraph"),
    "h2": pgettext_lazy("what a paragraph is", "heading"),
    "h3": pgettext_lazy("what a paragraph is", "subheading"),
    "li": pgettext_lazy("what a paragraph is", "item of a list"),
    "blockquote": pgettext_lazy("what a paragraph is", "quote"),
}


@register.filter
def kind_of_paragraph(kind: str) -> str:
    return str(KINDS.get(kind, kind))


@register.filter
def record_key(form: forms.BaseForm) -> str:
    """`section/12`: the record that the form changes; nothing if it makes a new one."""
    record = getattr(form, "instance", None)
    return f"{record._meta.model_name}/{record.pk}" if record is not None and record.pk else ""


@register.simple_tag(takes_context=True)
def owner_token(context: Context) -> str:
    """Whose form it is; in a fragment that is cached for everybody, its placeholder."""
    return context.get("owner_token") or form_owner.sign(context["request"].user)


@register.filter
def signature(member: Membership | None) -> str:
    """Who it was; never an address, also where somebody has not given their name yet."""
    if member is None:
        return _("The portal")
    return member.user.name or _("A member")


@register.filter
def signatures(members: Iterable[Membership]) -> list[str]:
    return [signature(member) for member in members]


@register.filter
def deed(entry: Entry) -> str:
    """What a revision did, after the name of who did it."""
    if entry.deed == Deed.MERGED and entry.joined:
        names = listed(signatures(entry.joined))
        return _("saved this together with what %(names)s wrote in the meantime") % {"names": names}
    if entry.deed == Deed.CHANGED and len(entry.changes) == 1:
        return _("changed %(field)s") % {"field": str(entry.changes[0].label).lower()}
    return str(DEEDS.get(entry.deed, DEEDS[Deed.CHANGED]))


@register.simple_tag(takes_context=True)
def deed_to_part(context: Context, entry: Entry) -> str:
    """What was done to a part of the record, which is named in the plan's language."""
    assert entry.part is not None
    words = entry.part.told_with_record.get(entry.deed, DEEDS[Deed.CHANGED])
    return languages.sentence(words, context["request"].city.language, name=entry.part)


@register.simple_tag
def told_apart(found: Iterable[UnsentText], beside: UnsentText | None = None) -> list[tuple[UnsentText, str, int]]:
    """Each with the words by which it differs from the others; with the number of its words where it begins alike."""
    texts = {each: unsent_words.longest(each) for each in filter(None, [*found, beside])}
    return [(each, *_words_of(each, texts)) for each in found]


def _words_of(unsent: UnsentText, texts: dict[UnsentText, str]) -> tuple[str, int]:
    text = texts[unsent]
    words = unsent_words.told_apart(text, [other for each, other in texts.items() if each != unsent])
    return words, 0 if words == unsent_words.first_words(text) else len(text.split())
