"""What kind of thing a solution is, and how far it has come."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class SolutionType(TextChoices):
    """What kind of measure a solution is."""

    POLICY = "policy", pgettext_lazy("kind of solution", "Policy")
    PROCESS = "process", pgettext_lazy("kind of solution", "Way of working")
    TOOL = "tool", pgettext_lazy("kind of solution", "Tool or template")
    TRAINING = "training", pgettext_lazy("kind of solution", "Training")
    DIALOGUE = "dialogue", pgettext_lazy("kind of solution", "Market dialogue")
    CLAUSE = "clause", pgettext_lazy("kind of solution", "Criteria and clauses")
    DATA = "data", pgettext_lazy("kind of solution", "Data")
    GOVERNANCE = "governance", pgettext_lazy("kind of solution", "Governance")
    PILOT = "pilot", pgettext_lazy("kind of solution", "Pilot")


class SolutionStatus(TextChoices):
    """How far a solution has come."""

    PROPOSED = "proposed", pgettext_lazy("solution status", "Proposed")
    ASSESSED = "assessed", pgettext_lazy("solution status", "Being assessed")
    SELECTED = "selected", pgettext_lazy("solution status", "Selected")
    ADOPTED = "adopted", pgettext_lazy("solution status", "Became an action")
    REJECTED = "rejected", pgettext_lazy("solution status", "Not chosen")

    @classmethod
    def given_up(cls) -> frozenset[str]:
        """The city no longer means it."""
        return frozenset({cls.REJECTED})

    @classmethod
    def counts_as(cls) -> dict[str, str]:
        """What a status that claims an action counts as while there is none."""
        return {cls.ADOPTED: cls.SELECTED}
