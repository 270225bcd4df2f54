"""Who owns a firm, as the register of suppliers says it."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Ownership(TextChoices):
    """The class of a firm. That it is not known is a class too: its share is always shown."""

    WOMEN_OWNED = "women-owned", pgettext_lazy("ownership of a firm", "Women-owned")
    WOMEN_LED = "women-led", pgettext_lazy("ownership of a firm", "Women-led")
    MIXED = "mixed", pgettext_lazy("ownership of a firm", "Mixed")
    MEN_OWNED = "men-owned", pgettext_lazy("ownership of a firm", "Men-owned")
    NO_OWNER = "no-owner", pgettext_lazy("ownership of a firm", "Public or no owner")
    UNKNOWN = "unknown", pgettext_lazy("ownership of a firm", "Unknown")
