"""How ready an action is, what it costs and who pays."""

from django.utils.translation import pgettext_lazy

STATUSES = [
    ("idea", pgettext_lazy("action status", "Idea")),
    ("drafted", pgettext_lazy("action status", "Drafted")),
    ("costed", pgettext_lazy("action status", "Costed")),
    ("agreed", pgettext_lazy("action status", "Agreed")),
    ("funded", pgettext_lazy("action status", "Funded")),
    ("running", pgettext_lazy("action status", "Running")),
    ("done", pgettext_lazy("action status", "Done")),
    ("dropped", pgettext_lazy("action status", "Dropped")),
]

COST_KINDS = [
    ("none", pgettext_lazy("kind of cost", "No extra cost")),
    ("once", pgettext_lazy("kind of cost", "One-off")),
    ("yearly", pgettext_lazy("kind of cost", "Every year")),
]

FUNDING_STATUSES = [
    ("secured", pgettext_lazy("funding status", "Secured")),
    ("applied", pgettext_lazy("funding status", "Applied for")),
    ("to_find", pgettext_lazy("funding status", "To find")),
]

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
    (3, pgettext_lazy("consequence of a risk", "3 – clear")),
    (4, pgettext_lazy("consequence of a risk", "4 – great")),
    (5, pgettext_lazy("consequence of a risk", "5 – stops the action")),
]
