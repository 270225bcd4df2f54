"""The registration number of an organisation in one form, so that a register meets the notices (BT-501)."""

from __future__ import annotations

import re
import unicodedata

# Prefixes of tax numbers in Europe: before a registration number they say nothing more
_PREFIXES = """AL AT BA BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS
    SE SI SK UA UK XI"""
COUNTRIES = frozenset(_PREFIXES.split())
FEWEST_DIGITS, LONGEST = 5, 30
AFTER_PREFIX = 6  # digits: fewer may be a register of its own, such as HRB 12345
CENTURIES = ("16", "18", "19", "20")  # before a Swedish number: of an organisation, or of a person's year
SWEDISH_TAX = re.compile(r"SE\d{10}01", re.ASCII)
SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
WITH_DECIMALS = re.compile(r"(\d{5,})[.,]0+")


def stored_form(text: str) -> str:
    """Letters and digits only, without the prefix of a country: 556000-0001 and SE556000000101 are 5560000001."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())
    if plain[:2] in COUNTRIES and sum(map(str.isdigit, plain[2:])) >= AFTER_PREFIX:
        plain = plain[2:12] if SWEDISH_TAX.fullmatch(plain) else plain[2:]
    return (_swedish(plain) or plain)[:LONGEST]


def is_number(stored: str) -> bool:
    return len(stored) <= LONGEST and sum(map(str.isdigit, stored)) >= FEWEST_DIGITS


def mended(text: str) -> str | None:
    """What a spreadsheet made of a number, undone where every digit is there; None where digits are lost."""
    if found := WITH_DECIMALS.fullmatch(text):
        return found[1]
    if not (found := SCIENTIFIC.fullmatch(text)):
        return text
    digits, exponent = found[1] + (found[2] or ""), int(found[3])
    return digits if len(digits) == exponent + 1 else None


def _swedish(plain: str) -> str:
    """The ten digits of a Swedish number in a longer one: with a century before it, or 01 of a tax number after it."""
    if len(plain) != 12 or not (plain.isascii() and plain.isdigit()):
        return ""
    if plain.startswith(CENTURIES) and _has_check_digit(plain[2:]):
        return plain[2:]
    return plain[:10] if plain.endswith("01") and _has_check_digit(plain[:10]) else ""


def _has_check_digit(ten: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(ten)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
