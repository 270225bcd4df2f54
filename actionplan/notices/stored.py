"""Facts as plain values that a database holds, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from actionplan.notices.facts import Contract, Firm, Money, WonTender
from actionplan.notices.passages import Passage

CENTS = 100  # amounts are kept in hundredths, so that every database adds them exactly


def in_cents(money: Money) -> int:
    return int(money.amount * CENTS)


def cents(money: Money | None) -> int | None:
    return None if money is None else in_cents(money)


def currency(money: Money | None) -> str:
    return money.currency if money else ""


def money(amount: int | None, currency: str) -> Money | None:
    return None if amount is None else Money(Decimal(amount) / CENTS, currency)


def packed(contract: Contract) -> dict[str, Any]:
    return {
        "number": contract.number,
        "cents": cents(contract.value),
        "currency": currency(contract.value),
        "awarded_on": contract.awarded_on and contract.awarded_on.isoformat(),
        "tenders": [
            [cents(each.value), [[firm.number, firm.name] for firm in each.firms]] for each in contract.tenders
        ],
    }


def unpacked(values: dict[str, Any]) -> Contract:
    day, currency = values["awarded_on"], values["currency"]
    return Contract(
        values["number"],
        money(values["cents"], currency),
        date.fromisoformat(day) if day else None,
        tuple(
            WonTender(money(amount, currency), tuple(Firm(*firm) for firm in firms))
            for amount, firms in values["tenders"]
        ),
    )


def packed_passage(passage: Passage) -> dict[str, Any]:
    return {"part": passage.part, "language": passage.language, "pieces": [list(each) for each in passage.pieces]}
