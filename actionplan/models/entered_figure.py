from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.reference import cpv
from actionplan.reference.entered_figures import EnteredMeasure
from ulg.models import City, Revised
from ulg.models.texts import LineField, TextField
from ulg.reference.words import Words

IS_THERE = _("There is already such a figure of this year. Change that one, or choose another year or measure.")
NUMBERS = ("total", "social", "gender", "not_stated")
# A part, what it is a part of, and what is said where it is more than that
PARTS: list[tuple[str, str, Words]] = [
    ("social", "total", _("This is more than the total.")),
    ("gender", "total", _("This is more than the total.")),
    ("gender", "social", _("This is more than those with a social aim. Gender equality is one of the social aims.")),
    ("not_stated", "total", _("This is more than the total.")),
]


class EnteredFigureQuerySet(models.QuerySet["EnteredFigure"]):
    def in_city(self, city: City) -> EnteredFigureQuerySet:
        return self.filter(city=city)

    def current(self) -> EnteredFigureQuerySet:
        return self.filter(removed_at=None)

    def taken_out(self) -> EnteredFigureQuerySet:
        return self.filter(removed_at__isnull=False)

    def in_place_of(self, figure: EnteredFigure) -> EnteredFigureQuerySet:
        """Another one that says what this one says: of the same year, measure, currency and division."""
        place = {name: getattr(figure, name) for name in ("year", "measure", "currency", "division")}
        return self.current().filter(city_id=figure.city_id, **place).exclude(pk=figure.pk)


def number_field(words: Any) -> models.DecimalField:
    """Empty where it is not known; 0 is a number."""
    return models.DecimalField(words, max_digits=15, decimal_places=2, null=True, blank=True)


def _zero_or_more() -> Q:
    return Q(*(Q(**{f"{name}__gte": 0}) | Q(**{f"{name}__isnull": True}) for name in NUMBERS))


class EnteredFigure(Revised):
    """A figure of one year that people entered, with its source: from a register, a ledger, another statistic."""

    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        related_name="entered_figures",
        db_index=False,  # the index by year begins with it
        editable=False,
    )
    year = models.PositiveSmallIntegerField(_("year"))
    measure = models.CharField(_("what is counted"), max_length=10, choices=EnteredMeasure)
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{3}\Z", _("Three capital letters."))],
    )
    division = models.CharField(
        pgettext_lazy("of procurement", "CPV division"), max_length=2, blank=True, choices=list(cpv.DIVISIONS.items())
    )
    total = number_field(_("total"))
    social = number_field(_("with a social aim"))
    gender = number_field(_("with gender equality"))
    not_stated = number_field(_("not stated"))
    source = LineField(_("source"), max_length=200)
    source_on = models.DateField(_("date of the source"))
    remark = TextField(_("remark"), max_length=2000, blank=True)
    removed_at = models.DateTimeField(_("date removed"), null=True, editable=False)

    objects = EnteredFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("entered figure")
        verbose_name_plural = _("entered figures")
        ordering = ["year", "measure", "currency", "division"]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "year", "measure", "currency", "division"],
                condition=Q(removed_at=None),
                name="one_entered_figure",
            ),
            models.CheckConstraint(
                condition=Q(*(Q(**{f"{name}__isnull": False}) for name in NUMBERS), _connector=Q.OR),
                name="entered_figure_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(measure__in=EnteredMeasure.counts(), currency="")
                | Q(measure__in=EnteredMeasure.values_of_money(), currency__gt=""),
                name="entered_value_has_a_currency",
            ),
            models.CheckConstraint(
                condition=Q(measure=EnteredMeasure.AWARDED) | _zero_or_more(),
                name="only_entered_awards_are_negative",
            ),
            # That all parts together are no more than the total is checked by `clean`: SQLite adds decimals inexactly
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{part}__lte": F(whole)})
                    | Q(**{f"{part}__isnull": True})
                    | Q(**{f"{whole}__isnull": True}),
                    name=f"entered_{part}_within_{whole}",
                )
                for part, whole, _words in PARTS
            ),
        ]
        indexes = [models.Index(fields=["city", "year"], name="entered_figures_by_year")]

    def __str__(self) -> str:
        parts = [self.get_measure_display(), self.currency, f"CPV {self.division}" if self.division else ""]
        return f"{', '.join(filter(None, parts))} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("actionplan:entered-figure", args=[self.city.slug, self.pk])

    @property
    def is_money(self) -> bool:
        return self.measure in EnteredMeasure.values_of_money()

    def clean(self) -> None:
        faults: dict[str, Words] = {}
        for part, whole, words in PARTS:
            if self._exceeds(getattr(self, part), getattr(self, whole)):
                faults.setdefault(part, words)
        if (
            not faults
            and self.not_stated is not None
            and self._exceeds(self.not_stated + (self.social or 0), self.total)
        ):
            faults["not_stated"] = _("With those that have a social aim, this is more than the total.")
        if self.measure in EnteredMeasure.counts() and self.currency:
            faults["currency"] = _("A number of procedures or lots has no currency.")
        if self.is_money and not self.currency:
            faults["currency"] = _("Write the currency of the value.")
        for name in NUMBERS:
            if fault := self._fault_of(getattr(self, name)):
                faults[name] = fault
        if all(getattr(self, name) is None for name in NUMBERS):
            faults["total"] = _("Write at least one number. What is not known stays empty.")
        if self.removed_at is None and type(self).objects.in_place_of(self).exists():
            faults["year"] = IS_THERE
        if faults:
            raise ValidationError(faults)

    def _fault_of(self, number: Decimal | None) -> Words | None:
        if number is None:
            return None
        if number < 0 and self.measure != EnteredMeasure.AWARDED:
            return _("This cannot be less than zero.")
        if number % 1 and self.measure in EnteredMeasure.counts():
            return _("A number of procedures or lots is a whole number.")
        return None

    @staticmethod
    def _exceeds(part: Decimal | int | None, whole: Decimal | None) -> bool:
        return part is not None and whole is not None and part > whole
