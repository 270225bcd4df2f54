from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ulg.models import City, Revised


class PlanQuerySet(models.QuerySet["Plan"]):
    def in_city(self, city: City) -> PlanQuerySet:
        return self.filter(city=city)


class Plan(Revised):
    """The city's local action plan, always a draft; what is published are its versions."""

    city = models.OneToOneField(City, on_delete=models.PROTECT, related_name="plan")
    title = models.CharField(_("title"), max_length=200)
    subtitle = models.CharField(_("subtitle"), max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    case_number = models.CharField(_("case number"), max_length=60, blank=True)

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
                violation_error_message=_("The last year comes before the first."),
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
