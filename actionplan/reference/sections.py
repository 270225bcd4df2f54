"""How far the text of a section has come."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class SectionStatus(TextChoices):
    """How far the text of a section has come."""

    NOT_STARTED = "not_started", pgettext_lazy("section status", "Not started")
    DRAFT = "draft", pgettext_lazy("section status", "Being written")
    REVIEW = "review", pgettext_lazy("section status", "In review")
    DONE = "done", pgettext_lazy("section status", "Done")
