from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.fields import RichTextField
from actionplan.models.plan import Plan
from actionplan.reference import sections
from actionplan.reference.outline import NUMBERS, PARTS, WRITTEN, Part
from ulg.models import City, Revised


class SectionQuerySet(models.QuerySet["Section"]):
    def in_city(self, city: City) -> SectionQuerySet:
        return self.filter(plan__city=city)


class Section(Revised):
    """A text of the plan, at its place in the outline."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=20, choices=[(key, PARTS[key].title) for key in WRITTEN], editable=False)
    text = RichTextField(_("text"), blank=True)
    status = models.CharField(_("status"), max_length=12, choices=sections.STATUSES, default="not_started")

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="one_section_per_key")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("actionplan:section", args=[self.plan.city.slug, self.key])

    @property
    def shown_in(self) -> dict[str, Any]:
        return {"plan": self.plan_id}

    @property
    def part(self) -> Part:
        return PARTS[self.key]

    @property
    def title(self) -> str:
        return str(self.part.title)

    @property
    def number(self) -> str:
        return NUMBERS[self.key]
