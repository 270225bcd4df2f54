from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ulg.models.city import City
from ulg.models.revised import Revised
from ulg.models.texts import LineField
from ulg.reference.organisations import KINDS, SECTORS
from ulg.roles import Permission


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_city(self, city: City) -> OrganisationQuerySet:
        return self.filter(city=city)


class Organisation(Revised):
    """Whom a member of the local group comes from."""

    edit_permission = Permission.MANAGE_GROUP
    renews = ("plan", "people")

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="organisations")
    name = LineField(_("name"), max_length=160)
    sector = models.CharField(_("sector"), max_length=10, choices=SECTORS)
    kind = models.CharField(_("kind"), max_length=24, choices=KINDS)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="one_organisation_per_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def written_in(self) -> str:
        return ""  # a name has no language
