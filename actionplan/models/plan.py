from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ulg.models import City, Revised
from ulg.models.texts import LineField


class PlanQuerySet(models.QuerySet["Plan"]):
    def in_city(self, city: City) -> PlanQuerySet:
        return self.filter(city=city)


class Plan(Revised):
    """The city's local action plan, always a draft; what is published are its versions."""

    is_named_in_plan_language = True

    city = models.OneToOneField(City, on_delete=models.PROTECT, related_name="plan")
    title = LineField(_("title"), max_length=200)
    subtitle = LineField(_("subtitle"), max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    case_number = LineField(_("case number"), max_length=60, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year"))
                | models.Q(first_year=None)
                | models.Q(last_year=None),
                name="plan_years_in_order",
                violation_error_message=_("The last year is before the first year."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actionplan:plan", args=[self.city.slug])

    @property
    def period(self) -> str:
        years = [str(year) for year in (self.first_year, self.last_year) if year]
        return "–".join(dict.fromkeys(years))
