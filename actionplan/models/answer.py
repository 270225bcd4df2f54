from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actionplan.models.assessment import IS_CLOSED, Assessment
from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet
from actionplan.reference.assessment import Dimension, Score
from ulg.models.texts import LineField, TextField

OWN = "own-"  # how the keys of the city's own statements begin


class AnswerQuerySet(KindQuerySet["Answer"]):
    def missing(self) -> AnswerQuerySet:
        """Those that ask for an answer and have none yet."""
        return self.filter(score="", left_out_reason="")

    def of_open_start(self) -> AnswerQuerySet:
        """The plan begins with where the city stood: until that is closed, it is not complete without an answer."""
        return self.filter(assessment__number=1, assessment__closed_at=None)


class Answer(KindOfRecord):
    """What the city says to one statement of an assessment: how far it is true, and what shows it.

    Its title is the statement in the words that it was answered in, whatever the questionnaire says today. Its code
    holds the number of the assessment and the place in it, such as 2/4.1.
    """

    assessment = models.ForeignKey(
        Assessment,
        on_delete=models.PROTECT,
        related_name="answers",
        editable=False,
        db_index=False,  # what is unique begins with it
    )
    statement = models.CharField(max_length=40, editable=False)  # the key by which assessments are compared
    dimension = models.CharField(_("dimension"), max_length=12, choices=Dimension, editable=False)
    score = models.CharField(_("score"), max_length=8, choices=Score, blank=True)
    evidence = TextField(_("evidence"), blank=True)
    links = TextField(_("links"), blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    source_on = models.DateField(_("date of the source"), null=True, blank=True)
    left_out_reason = LineField(_("why it is left out"), max_length=300, blank=True)

    objects = KindManager.from_queryset(AnswerQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.UniqueConstraint(fields=["assessment", "statement"], name="one_answer_per_statement"),
            models.CheckConstraint(
                condition=Q(score="") | Q(left_out_reason=""),
                name="left_out_statement_has_no_score",
                violation_error_message=_("A statement that is left out has no score. Remove the score or the reason."),
            ),
        ]

    def searched_texts(self) -> Iterator[str]:
        yield self.code
        yield from self.written_texts()

    @property
    def shown_code(self) -> str:
        return self.code.partition("/")[2]

    @property
    def short_name(self) -> str:
        return self.shown_code

    @property
    def is_own(self) -> bool:
        """Whether the city has added the statement itself."""
        return self.statement.startswith(OWN)

    @property
    def is_left_out(self) -> bool:
        return bool(self.left_out_reason)

    @property
    def is_missing(self) -> bool:
        return not self.score and not self.is_left_out

    @property
    def points(self) -> int | None:
        return Score(self.score).points if self.score else None

    @property
    def addresses(self) -> list[str]:
        """Of the pages that it links to, one on each line."""
        return self.links.splitlines()

    def clean(self) -> None:
        """Asked anew: somebody may have closed it since this answer was read."""
        if not Assessment.objects.open().filter(pk=self.assessment_id).exists():
            raise ValidationError(IS_CLOSED, code="closed")
