from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ulg.models.revised import Revised
from ulg.models.texts import LineField, LinesField, TextField
from ulg.roles import Permission

if TYPE_CHECKING:
    from ulg.models.user import User

RESERVED_SLUGS = {"accessibility", "accounts", "admin", "api", "demo", "health", "language", "privacy", "static"}


def refuse_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("The portal uses this address itself. Choose another."), code="reserved")


class CityQuerySet(models.QuerySet["City"]):
    def in_city(self, city: City) -> CityQuerySet:
        return self.filter(pk=city.pk)

    def of(self, user: User) -> CityQuerySet:
        """The cities in which this person holds a seat."""
        return self.filter(memberships__user=user, memberships__ended_at=None)


class City(Revised):
    """A partner authority: a municipality, or an association, canton or region that acts like one."""

    edit_permission = Permission.MANAGE_GROUP
    renews = ("plan", "people")

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", pgettext_lazy("kind of authority", "Municipality")
        ASSOCIATION = "association", pgettext_lazy("kind of authority", "Association of municipalities")
        CANTON = "canton", pgettext_lazy("kind of authority", "Canton")
        OTHER = "other", pgettext_lazy("kind of authority", "Other authority")

    slug = models.SlugField(_("address"), max_length=50, unique=True, validators=[refuse_reserved])
    name = LineField(_("name"), max_length=80)
    authority = LineField(_("authority"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.MUNICIPALITY)
    country = models.CharField(
        _("country"), max_length=2, default="SE", validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters."))]
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}\Z", _("Three capital letters."))],
    )
    aliases = LinesField(_("other names"), default=list, blank=True)
    organisation_numbers = LinesField(_("organisation numbers"), default=list, blank=True)
    note = TextField(_("note"), blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Stockholm")

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(settings.CITY_URL_NAME, args=[self.slug])

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.pk,)

    @property
    def written_in(self) -> str:
        return ""  # names and codes have no language

    @property
    def full_name(self) -> str:
        return self.authority or self.name
