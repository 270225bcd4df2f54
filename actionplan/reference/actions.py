"""How ready an action is, what it costs and who pays."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class ActionStatus(TextChoices):
    """How ready an action is."""

    IDEA = "idea", pgettext_lazy("action status", "Idea")
    DRAFTED = "drafted", pgettext_lazy("action status", "Drafted")
    COSTED = "costed", pgettext_lazy("action status", "Costed")
    AGREED = "agreed", pgettext_lazy("action status", "Agreed")
    FUNDED = "funded", pgettext_lazy("action status", "Funded")
    RUNNING = "running", pgettext_lazy("action status", "In progress")
    DONE = "done", pgettext_lazy("action status", "Done")
    DROPPED = "dropped", pgettext_lazy("action status", "Dropped")

    @classmethod
    def given_up(cls) -> frozenset[str]:
        """The city no longer means it."""
        return frozenset({cls.DROPPED})

    @classmethod
    def steps(cls) -> list[str]:
        """From an idea to what is done; one that was dropped is at no step."""
        return [status for status in cls.values if status not in cls.given_up()]


class CostKind(TextChoices):
    """What kind of money an action costs."""

    NONE = "none", pgettext_lazy("kind of cost", "No extra cost")
    ONCE = "once", pgettext_lazy("kind of cost", "One-off")
    YEARLY = "yearly", pgettext_lazy("kind of cost", "Every year")


class FundingStatus(TextChoices):
    """Whether the money is there."""

    SECURED = "secured", pgettext_lazy("funding status", "Secured")
    APPLIED = "applied", pgettext_lazy("funding status", "Applied for")
    TO_FIND = "to_find", pgettext_lazy("funding status", "Not yet funded")


DUTIES = [
    ("timing", pgettext_lazy("duty of an action", "When")),
    ("responsible", pgettext_lazy("duty of an action", "Who")),
    ("cost", pgettext_lazy("duty of an action", "Cost")),
    ("funding", pgettext_lazy("duty of an action", "Funding")),
    ("indicator", pgettext_lazy("duty of an action", "Indicator")),
    ("risk", pgettext_lazy("duty of an action", "Risk")),
]


LIKELIHOODS = [
    (1, pgettext_lazy("likelihood of a risk", "1 – very unlikely")),
    (2, pgettext_lazy("likelihood of a risk", "2 – unlikely")),
    (3, pgettext_lazy("likelihood of a risk", "3 – possible")),
    (4, pgettext_lazy("likelihood of a risk", "4 – likely")),
    (5, pgettext_lazy("likelihood of a risk", "5 – very likely")),
]


IMPACTS = [
    (1, pgettext_lazy("consequence of a risk", "1 – very small")),
    (2, pgettext_lazy("consequence of a risk", "2 – small")),
    (3, pgettext_lazy("consequence of a risk", "3 – moderate")),
    (4, pgettext_lazy("consequence of a risk", "4 – large")),
    (5, pgettext_lazy("consequence of a risk", "5 – stops the action")),
]
