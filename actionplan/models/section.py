from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.fields import RichTextField
from actionplan.models.kind_of_record import KindOfRecord
from actionplan.reference.outline import NUMBERS, PARTS, Part
from actionplan.reference.sections import SectionStatus


class Section(KindOfRecord):
    """A text of the plan, at its place in the outline; its code is the key of that part.

    It is called as the outline calls the part, in the language of whoever reads, so it has no title of its own.
    """

    is_named_in_plan_language = False

    text = RichTextField(_("text"), blank=True)
    status = models.CharField(_("status"), max_length=12, choices=SectionStatus, default=SectionStatus.NOT_STARTED)

    class Meta(KindOfRecord.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields({*(exclude or ()), "title"})

    def get_absolute_url(self) -> str:
        return reverse("actionplan:section", args=[self.plan.city.slug, self.key])

    def searched_texts(self) -> Iterator[str]:
        """Its text; `RecordQuerySet` finds it by its title as well."""
        return self.written_texts()

    @property
    def key(self) -> str:
        return self.code

    @property
    def part(self) -> Part:
        return PARTS[self.code]

    @property
    def heading(self) -> str:
        return str(self.part.title)

    @property
    def shown_code(self) -> str:
        return NUMBERS[self.code]

    @property
    def short_name(self) -> str:
        return str(self)
