"""Values of a notice as Python has them: days, amounts, numbers and codes; what is wrong is remarked, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from actionplan.notices.facts import Money, Remark, Remarked, Words
from actionplan.notices.tree import Node

DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?")
AMOUNT = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
CURRENCY = re.compile(r"[A-Z]{3}")
CENT = Decimal("0.01")
LARGEST_AMOUNT = Decimal(10) ** 13  # more than any state spends in a year, in any currency
MOST_BIDS = 1_000_000
LONGEST = 100  # characters of a number: real ones have 36


def day(text: str) -> date | None:
    """The day as it was where the notice was written; its zone only says where that was."""
    if not (found := DAY.fullmatch(text)):
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def amount(node: Node | None, remarks: list[Remarked], about: str) -> Money | None:
    if node is None:
        return None
    text, currency = node.text(), node.attribute("currencyID")
    if not AMOUNT.fullmatch(text) or len(text) > 40:
        remarks.append(Remarked(Remark.BAD_AMOUNT, about))
    elif abs(value := Decimal(text)) >= LARGEST_AMOUNT:
        remarks.append(Remarked(Remark.ABSURD_AMOUNT, about))
    elif not CURRENCY.fullmatch(currency):
        remarks.append(Remarked(Remark.NO_CURRENCY, about))
    else:
        return Money(value.quantize(CENT), currency)
    return None


def number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 and int(text) <= MOST_BIDS else None


def identifier(text: str) -> str:
    """The number of a notice or procedure as it is compared: without its version, in lower case."""
    return re.sub(r"(?<=[0-9a-f]{12})-\d{1,4}$", "", text.strip().lower())[:LONGEST]


def cpv(text: str) -> str:
    """The eight digits of a code of the Common Procurement Vocabulary, without its check digit."""
    return found[1] if (found := re.fullmatch(r"(\d{8})(?:-\d)?", text)) else ""


def publication(text: str) -> str:
    """A number in the Official Journal without the zeros that some files put before it."""
    return text.strip().lstrip("0")[:30]


def words(nodes: Iterable[Node]) -> Iterator[Words]:
    return (Words(node.text(), node.attribute("languageID")[:3]) for node in nodes if node.text())


def in_language(found: Iterable[Words], language: str) -> Words:
    """The text in this language, else the first there is."""
    texts = list(found)
    return next((each for each in texts if each.language == language), texts[0] if texts else Words(""))
