"""The one way to write a number, by the language of the text around it, and to read one that people wrote."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.formats import get_format

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_NUMBER = re.compile(r"-?\d[\d.,]*", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})*", re.ASCII)


class NotANumber(ValueError):
    """The text is no number."""


class TwoMeanings(ValueError):
    """`85,000` is 85 thousand to one reader and 85 to another."""


def parse(text: str) -> Decimal:
    """The number that the text states; the separator that comes last is the decimal one."""
    written = _SPACES.sub("", text).replace(MINUS, "-")
    if not _NUMBER.fullmatch(written) or written[-1] in ".,":
        raise NotANumber(text)
    separators = re.findall(r"[.,]", written)
    if len(separators) == 1 and _GROUPED.fullmatch(written) and not written.lstrip("-").startswith("0"):
        raise TwoMeanings(text)
    if len(separators) > 1 and len(set(separators)) == 1:
        if not _GROUPED.fullmatch(written):
            raise NotANumber(text)
        return Decimal(written.replace(separators[0], ""))
    return _with_decimals(written, separators[-1] if separators else "")


def figure(number: Decimal | int, language: str) -> str:
    """1 234,5 or 1,234.5: in threes, without decimals that say nothing."""
    return _grouped(_bare(number), get_format("THOUSAND_SEPARATOR", language), language)


def mean(number: Decimal | int, language: str) -> str:
    """2,0 or 2.0: always with one decimal, as means stand below each other."""
    return _grouped(f"{Decimal(number):,.1f}", get_format("THOUSAND_SEPARATOR", language), language)


def amount(number: Decimal | int, language: str) -> str:
    """Of money: whole without decimals, else with two."""
    return _grouped(_in_cents(number), get_format("THOUSAND_SEPARATOR", language), language)


def money(number: Decimal | int, currency: str, language: str) -> str:
    """85 000 kr, where `currency` is what the language writes after an amount."""
    return f"{amount(number, language)}{NO_BREAK_SPACE}{currency}".rstrip(NO_BREAK_SPACE)


def file_size(size: int, language: str) -> str:
    """1.2 MB or 340 kB, each unit a thousand of the one before; a kilobyte at least."""
    if size >= 999_500:
        return f"{figure(round(Decimal(size) / 1_000_000, 1), language)}{NO_BREAK_SPACE}MB"
    return f"{figure(max(round(Decimal(size) / 1000), 1), language)}{NO_BREAK_SPACE}kB"


def in_field(number: Decimal | int, language: str) -> str:
    """As a form's field shows it: parted by spaces in every language, so that it can be read in one way only."""
    return _grouped(_in_cents(number), NO_BREAK_SPACE, language)


def _bare(number: Decimal | int) -> str:
    digits = f"{Decimal(number):,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _in_cents(number: Decimal | int) -> str:
    number = Decimal(number)
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"


def _grouped(digits: str, separator: str, language: str) -> str:
    """The digits with the separators of the language in place of comma and point."""
    whole, _separator, decimals = digits.partition(".")
    whole = whole.replace(",", separator).replace("-", MINUS)
    return f"{whole}{get_format('DECIMAL_SEPARATOR', language)}{decimals}" if decimals else whole


def _with_decimals(written: str, separator: str) -> Decimal:
    if not separator:
        return Decimal(written)
    whole, _separator, decimals = written.rpartition(separator)
    other = "," if separator == "." else "."
    if other in whole and not _GROUPED.fullmatch(whole):
        raise NotANumber(written)
    return Decimal(f"{whole.replace(other, '')}.{decimals}")
