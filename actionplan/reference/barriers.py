"""What a barrier can be about, and how far it has travelled."""

from django.utils.translation import pgettext_lazy

CATEGORIES = [
    ("law", pgettext_lazy("barrier category", "Law and policy")),
    ("leadership", pgettext_lazy("barrier category", "Leadership")),
    ("organisation", pgettext_lazy("barrier category", "Organisation")),
    ("knowledge", pgettext_lazy("barrier category", "Knowledge")),
    ("data", pgettext_lazy("barrier category", "Data")),
    ("market", pgettext_lazy("barrier category", "Market")),
    ("process", pgettext_lazy("barrier category", "Process")),
    ("followup", pgettext_lazy("barrier category", "Follow-up")),
    ("culture", pgettext_lazy("barrier category", "Culture")),
    ("stakeholders", pgettext_lazy("barrier category", "Stakeholders")),
    ("systems", pgettext_lazy("barrier category", "Systems")),
]

STATUSES = [
    ("raised", pgettext_lazy("barrier status", "Raised")),
    ("discussed", pgettext_lazy("barrier status", "Being discussed")),
    ("agreed", pgettext_lazy("barrier status", "Agreed")),
    ("addressed", pgettext_lazy("barrier status", "Met by an action")),
    ("resolved", pgettext_lazy("barrier status", "Resolved")),
    ("parked", pgettext_lazy("barrier status", "Parked")),
]
