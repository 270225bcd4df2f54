from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan import kinds
from actionplan.models.fields import KindField
from actionplan.models.plan import Plan
from actionplan.reference.section_titles import keys_titled
from ulg.models import City, Membership, Searched, SearchedQuerySet
from ulg.models.texts import LineField
from ulg.search import Term

R = TypeVar("R", bound="Record")


class RecordQuerySet(SearchedQuerySet[R]):
    """Records of any kind, in one query; each is read as a record of its own kind."""

    def in_city(self, city: City) -> Self:
        """Those of the city's plan, of which it has one: so that the index by plan and kind leads the query."""
        return self.filter(plan=Plan.objects.in_city(city).values("pk")[:1])

    def current(self) -> Self:
        """Without what has been taken out of the plan."""
        return self.filter(removed_at=None)

    def taken_out(self) -> Self:
        return self.filter(removed_at__isnull=False)

    def without_texts(self) -> Self:
        """For what only names a record or says a figure of it: who wrote it, and what is long, are not read."""
        long = (models.TextField, models.JSONField)
        unread = {"created_at", "created_by", "updated_at", "updated_by"}
        columns = self.model._meta.fields
        return self.defer(*(each.name for each in columns if isinstance(each, long) or each.name in unread))

    def _holds(self, term: Term) -> Q:
        """A section is found by its title as well, in each language of the portal."""
        return super()._holds(term) | Q(kind="section", code__in=keys_titled(term))


class Record(Searched):
    """A record of the plan, with a code that never changes and is never given again.

    Every kind of record extends it. What can be done to any of them, such as a comment, points here; a row that is
    read here becomes a record of its kind, whose own fields are read when somebody asks for them.
    """

    is_named_in_plan_language = True
    is_extended = True

    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        related_name="records",
        db_index=False,  # what is unique begins with it
    )
    kind = KindField(max_length=20, editable=False)
    number = models.PositiveIntegerField(editable=False)
    code = models.CharField(_("code"), max_length=20, editable=False)
    title = LineField(_("title"), max_length=200)
    created_at = models.DateTimeField(_("date added"), editable=False)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    removed_at = models.DateTimeField(_("date removed"), null=True, editable=False)

    status: models.CharField[Any, Any]  # of the kinds that have statuses

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind", "number"], name="one_record_per_number"),
            models.UniqueConstraint(fields=["plan", "kind", "code"], name="one_record_per_code"),
        ]
        indexes = [
            models.Index(
                fields=["plan", "removed_at"], condition=Q(removed_at__isnull=False), name="records_taken_out"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shown_code} {self.heading}".strip()

    @classmethod
    def from_db(  # type: ignore[override]  # the next Django gives it one more argument
        cls, db: str | None, field_names: Collection[str], values: Collection[Any]
    ) -> Self:
        if cls is Record and "kind" in field_names:
            row = dict(zip(field_names, values, strict=True))
            model = kinds.find(row["kind"]).model
            return model.from_db(db, [*field_names, model._meta.pk.attname], [*values, row["id"]])
        return super().from_db(db, field_names, values)

    @staticmethod
    def named(plan: Plan, kind: str, pk: int, code: str, title: str) -> Record:
        """A record of this kind with what names it and leads to it; for rows that were read as values."""
        model = kinds.find(kind).model
        return model(pk=pk, plan=plan, kind=kind, code=code, title=title)

    def get_absolute_url(self) -> str:
        return reverse(f"actionplan:{self.kind}", args=[self.plan.city.slug, self.pk])

    def searched_texts(self) -> Iterator[str]:
        """Its code in English too, for whoever reads the plan's pages in that language."""
        yield kinds.numbered_kind(self.kind).code(self.number, "en")
        yield self.code
        yield from self.written_texts()

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.plan.city_id,)

    @property
    def about_record_id(self) -> int:
        return self.pk

    @property
    def short_name(self) -> str:
        return self.code

    @property
    def written_in(self) -> str:
        return self.plan.written_in

    @property
    def heading(self) -> str:
        """Its title, or what the outline calls it."""
        return self.title

    @property
    def shown_code(self) -> str:
        """Its code as people read it: H-07, or 2.1 of a section."""
        return self.code

    @property
    def changes(self) -> int:
        """How often it has been saved since it was added."""
        return self.revision - 1
