from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actionplan.reference.suppliers import Ownership
from ulg.models import City, Membership, SearchedQuerySet
from ulg.models.search_text import SearchTextField
from ulg.models.texts import LineField


class SupplierQuerySet(SearchedQuerySet["Supplier"]):
    def in_city(self, city: City) -> SupplierQuerySet:
        return self.filter(city=city)


class Supplier(models.Model):
    """A firm that sells to the city, and who owns it. It may be a person's own: docs/decisions/supplier-register.md."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="suppliers", db_index=False)
    number = models.CharField(max_length=30)  # in the form of `suppliers.organisation_numbers`
    shown_number = LineField(_("organisation number"), max_length=40)
    name = LineField(_("name"), max_length=200)
    ownership = models.CharField(_("ownership"), max_length=12, choices=Ownership)
    source = LineField(_("source"), max_length=200)
    source_on = models.DateField(_("date of the source"))
    search_text = SearchTextField(editable=False, default="")
    revision = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = SupplierQuerySet.as_manager()

    class Meta:
        verbose_name = _("supplier")
        verbose_name_plural = _("suppliers")
        ordering = ["name", "number"]
        constraints = [models.UniqueConstraint(fields=["city", "number"], name="one_supplier_per_number")]
        indexes = [
            models.Index(fields=["city", "name", "number"], name="suppliers_by_name"),
            models.Index(fields=["city", "ownership"], name="suppliers_by_ownership"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def written_in(self) -> str:
        return ""  # a name and a number have no language

    def searched_texts(self) -> Iterator[str]:
        yield from (self.name, self.shown_number, self.number)


class SupplierUpload(models.Model):
    """A file that somebody has uploaded and not confirmed yet, as it was read: theirs alone, for an hour."""

    by = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="supplier_upload")
    name = LineField(max_length=200)
    content = models.BinaryField()  # zlib, JSON
    uploaded_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
