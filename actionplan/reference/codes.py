"""The letter before the number of each kind of record, in the plan's language."""

from django.utils.translation import pgettext_lazy

LETTERS = {
    "finding": pgettext_lazy("letter of a finding's code", "F"),
    "barrier": pgettext_lazy("letter of a barrier's code", "B"),
    "solution": pgettext_lazy("letter of a solution's code", "S"),
    "objective": pgettext_lazy("letter of an objective's code", "O"),
    "action": pgettext_lazy("letter of an action's code", "A"),
    "indicator": pgettext_lazy("letter of an indicator's code", "I"),
}
