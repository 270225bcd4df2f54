from __future__ import annotations

from functools import cache

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from actionplan.models.fields import RichTextField
from actionplan.models.plan import Plan
from actionplan.reference.outline import NUMBERS, PARTS, WRITTEN, Part
from actionplan.reference.sections import SectionStatus
from ulg.models import City, Searched, SearchedQuerySet
from ulg.search import Term, search_text


class SectionQuerySet(SearchedQuerySet):
    def in_city(self, city: City) -> SectionQuerySet:
        return self.filter(plan__city=city)

    def current(self) -> SectionQuerySet:
        """All of them: none is ever taken out."""
        return self

    def _holds(self, term: Term) -> models.Q:
        """A section is found by its title as well, in each language of the portal."""
        titled = [key for key, words in _titles().items() if term.is_in(words)]
        return super()._holds(term) | models.Q(key__in=titled)


@cache
def _titles() -> dict[str, str]:
    titles: dict[str, list[str]] = {key: [NUMBERS[key]] for key in WRITTEN}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for key in WRITTEN:
                titles[key].append(str(PARTS[key].title))
    return {key: search_text(texts) for key, texts in titles.items()}


class Section(Searched):
    """A text of the plan, at its place in the outline."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=20, choices=[(key, PARTS[key].title) for key in WRITTEN], editable=False)
    text = RichTextField(_("text"), blank=True)
    status = models.CharField(_("status"), max_length=12, choices=SectionStatus, default=SectionStatus.NOT_STARTED)

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
    def affects_cities(self) -> tuple[int, ...]:
        return (self.plan.city_id,)

    @property
    def written_in(self) -> str:
        return self.plan.written_in

    @property
    def part(self) -> Part:
        return PARTS[self.key]

    @property
    def title(self) -> str:
        return str(self.part.title)

    @property
    def number(self) -> str:
        return NUMBERS[self.key]
