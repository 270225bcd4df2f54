"""The codes of records, such as H-07: a letter for each kind, in the plan's language, and a number."""

from django.utils import translation
from django.utils.translation import pgettext_lazy

LETTERS = {
    "finding": pgettext_lazy("letter of a finding's code", "F"),
    "barrier": pgettext_lazy("letter of a barrier's code", "B"),
    "solution": pgettext_lazy("letter of a solution's code", "S"),
    "objective": pgettext_lazy("letter of an objective's code", "O"),
    "action": pgettext_lazy("letter of an action's code", "A"),
    "indicator": pgettext_lazy("letter of an indicator's code", "I"),
}


def code(kind: str, number: int, language: str) -> str:
    with translation.override(language):
        return f"{LETTERS[kind]}-{number:02}"
