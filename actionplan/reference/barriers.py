"""What a barrier can be about, and how far it has come."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class BarrierCategory(TextChoices):
    """What a barrier is about."""

    LAW = "law", pgettext_lazy("barrier category", "Law and policy")
    LEADERSHIP = "leadership", pgettext_lazy("barrier category", "Leadership")
    ORGANISATION = "organisation", pgettext_lazy("barrier category", "Organisation")
    KNOWLEDGE = "knowledge", pgettext_lazy("barrier category", "Knowledge")
    DATA = "data", pgettext_lazy("barrier category", "Data")
    MARKET = "market", pgettext_lazy("barrier category", "Market")
    PROCESS = "process", pgettext_lazy("barrier category", "Process")
    FOLLOWUP = "followup", pgettext_lazy("barrier category", "Follow-up")
    CULTURE = "culture", pgettext_lazy("barrier category", "Culture")
    STAKEHOLDERS = "stakeholders", pgettext_lazy("barrier category", "Stakeholders")
    SYSTEMS = "systems", pgettext_lazy("barrier category", "Systems")


class BarrierStatus(TextChoices):
    """How far a barrier has come."""

    RAISED = "raised", pgettext_lazy("barrier status", "New")
    DISCUSSED = "discussed", pgettext_lazy("barrier status", "Being discussed")
    AGREED = "agreed", pgettext_lazy("barrier status", "Agreed")
    ADDRESSED = "addressed", pgettext_lazy("barrier status", "Has action")
    RESOLVED = "resolved", pgettext_lazy("barrier status", "Resolved")
    PARKED = "parked", pgettext_lazy("barrier status", "Parked")

    @classmethod
    def settled(cls) -> frozenset[str]:
        """Needs no solution any more."""
        return frozenset({cls.PARKED, cls.RESOLVED})

    @classmethod
    def before_action(cls) -> frozenset[str]:
        """Moves on to "addressed" once an action meets it."""
        return frozenset({cls.RAISED, cls.DISCUSSED, cls.AGREED})

    @classmethod
    def counts_as(cls) -> dict[str, str]:
        """What a status that claims an action counts as while there is none."""
        return {cls.ADDRESSED: cls.AGREED}
