"""Numbers as people write them: 85 000, 85 000,50, 85.000,50. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

NO_BREAK_SPACE = "\u00a0"

_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_NUMBER = re.compile(r"-?\d[\d.,]*", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})*", re.ASCII)


class NotANumber(ValueError):
    """The text is no number."""


class TwoMeanings(ValueError):
    """`85,000` is 85 thousand to one reader and 85 to another."""


def parse(text: str) -> Decimal:
    """The number that the text states; the mark that comes last parts the decimals."""
    written = _SPACES.sub("", text).replace("\u2212", "-")
    if not _NUMBER.fullmatch(written) or written[-1] in ".,":
        raise NotANumber(text)
    marks = re.findall(r"[.,]", written)
    if len(marks) == 1 and _GROUPED.fullmatch(written) and not written.lstrip("-").startswith("0"):
        raise TwoMeanings(text)
    if len(marks) > 1 and len(set(marks)) == 1:
        if not _GROUPED.fullmatch(written):
            raise NotANumber(text)
        return Decimal(written.replace(marks[0], ""))
    return _with_decimals(written, marks[-1] if marks else "")


def show(number: Decimal | int, decimal_mark: str) -> str:
    """85 000 or 85 000,50, in threes parted by a space that does not break."""
    number = Decimal(number)
    digits = f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"
    whole, _mark, decimals = digits.partition(".")
    whole = whole.replace(",", NO_BREAK_SPACE)
    return f"{whole}{decimal_mark}{decimals}" if decimals else whole


def _with_decimals(written: str, mark: str) -> Decimal:
    if not mark:
        return Decimal(written)
    whole, _mark, decimals = written.rpartition(mark)
    other = "," if mark == "." else "."
    if other in whole and not _GROUPED.fullmatch(whole):
        raise NotANumber(written)
    return Decimal(f"{whole.replace(other, '')}.{decimals}")
