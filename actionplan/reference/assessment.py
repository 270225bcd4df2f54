"""The dimensions of an assessment, and how far a statement is true."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Dimension(TextChoices):
    """What a statement is about; in the order of the page, from which each has its number."""

    FRAME = "frame", pgettext_lazy("dimension of the assessment", "Legal and policy frame")
    ORGANISATION = "organisation", pgettext_lazy("dimension of the assessment", "Organisation and responsibility")
    STRATEGY = "strategy", pgettext_lazy("dimension of the assessment", "Strategy and targets")
    SKILLS = "skills", pgettext_lazy("dimension of the assessment", "Skills and guidance")
    PRACTICE = "practice", pgettext_lazy("dimension of the assessment", "Practice in procurement")
    DATA = "data", pgettext_lazy("dimension of the assessment", "Data and monitoring")
    MARKET = "market", pgettext_lazy("dimension of the assessment", "Market and stakeholders")
    CRITERIA = "criteria", pgettext_lazy("dimension of the assessment", "Existing criteria")

    @property
    def number(self) -> int:
        return list(type(self)).index(self) + 1

    @property
    def short_label(self) -> str:
        """One word, where a chart has room for no more."""
        return str(SHORT_LABELS[self])


SHORT_LABELS = {
    Dimension.FRAME: pgettext_lazy("dimension on a chart", "Frame"),
    Dimension.ORGANISATION: pgettext_lazy("dimension on a chart", "Organisation"),
    Dimension.STRATEGY: pgettext_lazy("dimension on a chart", "Strategy"),
    Dimension.SKILLS: pgettext_lazy("dimension on a chart", "Skills"),
    Dimension.PRACTICE: pgettext_lazy("dimension on a chart", "Practice"),
    Dimension.DATA: pgettext_lazy("dimension on a chart", "Data"),
    Dimension.MARKET: pgettext_lazy("dimension on a chart", "Market"),
    Dimension.CRITERIA: pgettext_lazy("dimension on a chart", "Criteria"),
}


class Score(TextChoices):
    """How far a statement is true of the city. No score at all means that nobody has answered yet."""

    NOT_AT_ALL = "0", pgettext_lazy("score of a statement", "Not at all")
    SMALL_EXTENT = "1", pgettext_lazy("score of a statement", "To a small extent")
    LARGE_EXTENT = "2", pgettext_lazy("score of a statement", "To a large extent")
    FULLY = "3", pgettext_lazy("score of a statement", "Fully")
    UNKNOWN = "unknown", pgettext_lazy("score of a statement", "Don't know")

    @classmethod
    def known(cls) -> frozenset[str]:
        """Those that have points, and count in a mean."""
        return frozenset(cls) - {cls.UNKNOWN}

    @property
    def points(self) -> int | None:
        return int(self) if self in self.known() else None


MOST_POINTS = 3
