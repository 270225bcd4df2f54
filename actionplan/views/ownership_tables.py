"""The share of firms run by women in what was awarded: each as a range, with what it is a share of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actionplan.queries.women_owned import Awarded, Range
from actionplan.reference.suppliers import Ownership
from actionplan.views.figure_tables import written
from ulg import numbers


@dataclass(frozen=True)
class ShareCell:
    """A share in words, and its numerator."""

    title: str
    share: str
    part: str


@dataclass(frozen=True)
class ShareRow:
    year: str
    cells: tuple[ShareCell, ...]
    total: str


@dataclass(frozen=True)
class ShareTable:
    currency: str
    columns: tuple[str, ...]
    rows: tuple[ShareRow, ...]


SHOWN = (Ownership.WOMEN_OWNED, Ownership.WOMEN_LED)


def by_currency(found: Iterable[Awarded]) -> list[ShareTable]:
    together: dict[str, list[Awarded]] = {}
    for each in found:
        together.setdefault(each.currency, []).append(each)
    titles = (*(str(each.label) for each in SHOWN), str(Ownership.UNKNOWN.label))
    return [ShareTable(currency, titles, tuple(map(_row, rows))) for currency, rows in sorted(together.items())]


def _row(awarded: Awarded) -> ShareRow:
    cells = [ShareCell(str(each.label), _range(awarded.share(each)), _part(awarded.of(each))) for each in SHOWN]
    unknown = _percent(awarded.unknown_share) if awarded.unknown_share is not None else _("no share")
    cells.append(ShareCell(str(Ownership.UNKNOWN.label), unknown, _part(awarded.unknown)))
    return ShareRow(str(awarded.year), tuple(cells), _part(awarded.total))


def _part(cents: int) -> str:
    return written(cents, is_money=True)


def _range(share: Range | None) -> str:
    """One number where nothing is unknown."""
    if share is None:
        return str(_("no share"))
    if share.lower == share.upper:
        return _percent(share.lower)
    words = _("%(lower)s to %(upper)s%%")
    return words % {"lower": _number(share.lower), "upper": _number(share.upper)}


def _percent(share: Fraction) -> str:
    return _("%(number)s%%") % {"number": _number(share)}


def _number(share: Fraction) -> str:
    return numbers.figure(Decimal(round(share * 1000)) / 10, get_language())
