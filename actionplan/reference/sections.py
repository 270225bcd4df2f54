"""How far the text of a section has come."""

from django.utils.translation import pgettext_lazy

STATUSES = [
    ("not_started", pgettext_lazy("section status", "Not started")),
    ("draft", pgettext_lazy("section status", "Being written")),
    ("review", pgettext_lazy("section status", "In review")),
    ("done", pgettext_lazy("section status", "Done")),
]
