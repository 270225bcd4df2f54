from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.plan import Plan
from ulg.models import City, Membership, Revised
from ulg.models.texts import LineField

IS_CLOSED = _("The assessment is closed, so neither it nor its statements can be changed. Open a follow-up instead.")


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def in_city(self, city: City) -> AssessmentQuerySet:
        return self.filter(plan__city=city)

    def open(self) -> AssessmentQuerySet:
        return self.filter(closed_at=None)


class Assessment(Revised):
    """Where the city stands, statement by statement. The first of a plan is its start, the later ones follow it up.

    A closed one never changes: database triggers refuse every change of it and of its answers.
    """

    is_named_in_plan_language = True

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="assessments", db_index=False)
    number = models.PositiveIntegerField(editable=False)
    title = LineField(_("title"), max_length=80)
    describes_on = models.DateField(_("date that it describes"))
    questionnaire = models.PositiveSmallIntegerField(editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    closed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_assessment_per_number"),
            models.UniqueConstraint(fields=["plan"], condition=Q(closed_at=None), name="one_open_assessment_per_plan"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_by__isnull=False), name="closed_assessment_says_by_whom"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actionplan:assessment", args=[self.plan.city.slug, self.number])

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.plan.city_id,)

    @property
    def written_in(self) -> str:
        return self.plan.written_in

    @property
    def is_start(self) -> bool:
        return self.number == 1

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def clean(self) -> None:
        if not self.is_open:
            raise ValidationError(IS_CLOSED, code="closed")
        if self.describes_on and self._earlier().filter(describes_on__gt=self.describes_on).exists():
            words = _("An earlier assessment describes a later date. Choose a date after it.")
            raise ValidationError({"describes_on": words}, code="too_early")

    def _earlier(self) -> AssessmentQuerySet:
        earlier = type(self).objects.filter(plan_id=self.plan_id)
        return earlier.filter(number__lt=self.number) if self.number else earlier
