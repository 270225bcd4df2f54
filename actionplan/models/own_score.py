from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from actionplan.models.answer import Answer
from actionplan.reference.assessment import Score
from ulg.models import City, Membership


class OwnScoreQuerySet(models.QuerySet["OwnScore"]):
    def in_city(self, city: City) -> OwnScoreQuerySet:
        return self.filter(answer__plan__city=city)


class OwnScore(models.Model):
    """How far one member finds a statement true; whoever edits the plan settles what the city answers."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="own_scores", db_index=False)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="own_scores")
    score = models.CharField(_("score"), max_length=8, choices=Score)
    given_at = models.DateTimeField()

    objects = OwnScoreQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "by"], name="one_own_score_per_member")]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.score}"
