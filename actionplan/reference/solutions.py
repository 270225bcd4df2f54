"""What kind of thing a solution is, and how far it has travelled."""

from django.utils.translation import pgettext_lazy

KINDS = [
    ("policy", pgettext_lazy("kind of solution", "Policy")),
    ("process", pgettext_lazy("kind of solution", "Way of working")),
    ("tool", pgettext_lazy("kind of solution", "Tool or template")),
    ("training", pgettext_lazy("kind of solution", "Training")),
    ("dialogue", pgettext_lazy("kind of solution", "Market dialogue")),
    ("clause", pgettext_lazy("kind of solution", "Criteria and clauses")),
    ("data", pgettext_lazy("kind of solution", "Data")),
    ("governance", pgettext_lazy("kind of solution", "Governance")),
    ("pilot", pgettext_lazy("kind of solution", "Pilot")),
]

STATUSES = [
    ("proposed", pgettext_lazy("solution status", "Proposed")),
    ("assessed", pgettext_lazy("solution status", "Being assessed")),
    ("selected", pgettext_lazy("solution status", "Selected")),
    ("adopted", pgettext_lazy("solution status", "Became an action")),
    ("rejected", pgettext_lazy("solution status", "Not chosen")),
]
