"""How procedures, lots and values are counted: each rule in code, with its words beside it.

The figures are a function of the set of notices: neither the order in which they come nor a notice that comes twice
changes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from actionplan.notices import chains, codes, passages
from actionplan.notices.facts import Firm, LotFacts, Money, NoticeFacts, Remark, Remarked
from actionplan.notices.passages import Mentions

RULES = {
    "procedure": _(
        "A procedure is counted once, by its procedure identifier (BT-04), however many notices it has. It is counted "
        "in the year in which its first competition notice was sent, under the highest aim among its lots."
    ),
    "notice": _(
        "The latest version of a notice counts. A change notice takes the place of the notice that it changes "
        "(BT-758); a cancellation takes that notice away, not the procedure."
    ),
    "lot": _(
        "A lot is counted once in its procedure, by its identifier. Its aims are those of all its notices that count."
    ),
    "gender": _("A notice states “gender equality” as a social aim of the lot (BT-775, code gen-eq)."),
    "social": _(
        "A notice states any social aim of the lot (BT-775), or that it promotes social aims (BT-06, code soc-obj). "
        "Gender equality is one of them."
    ),
    "no": _(
        "A notice says that the lot has no strategic aim (BT-06, code none), or only environmental or innovative ones."
    ),
    "not_stated": _("The fields are empty. An aim may stand behind that, so it is never added to “no aim”."),
    "not_applicable": _("The lot is known only from notices that cannot carry an aim, such as planning notices."),
    "possible": _(
        "The texts of the lot (BT-777, award criteria, BT-70) speak of women, men, gender, equality or the pay gap, "
        "but no notice of it states “gender equality”. It is counted as its notices state it. An editor confirms or "
        "dismisses it, and it stands beside the shares, never in them."
    ),
    "estimated": _(
        "The estimate of the procedure without VAT (BT-27), or where it has none, the sum of its lots’ estimates: "
        "never both. It is divided by aim as its lots state it. What the lots leave of it is not divided."
    ),
    "awarded": _(
        "The values of the tenders that a contract names (BT-720), the latest statement of each contract. Zero and "
        "negative values are taken as they are."
    ),
    "framework": _(
        "The most that may be bought under a framework agreement (BT-709) is no spending, and stands apart."
    ),
    "currency": _("Each currency has a total of its own: nothing is converted."),
}


class Aim(StrEnum):
    """The class of a lot or procedure, the highest first; a lot with gender equality is social as well."""

    GENDER = "gender"
    SOCIAL = "social"
    NO = "no"
    NOT_STATED = "not_stated"
    NOT_APPLICABLE = "not_applicable"


HIGHEST_FIRST = list(Aim)
MAY_BE_MORE = {Aim.SOCIAL, Aim.NO, Aim.NOT_STATED}  # classes of lots whose notices could have stated gender equality


class Measure(StrEnum):
    """What an amount is: the three are never added to each other."""

    ESTIMATED = "estimated"
    AWARDED = "awarded"
    FRAMEWORK = "framework"


@dataclass(frozen=True)
class Amount:
    """A part of a procedure's value; without an aim where its lots do not divide it."""

    measure: Measure
    money: Money
    lot: str = ""
    aim: Aim | None = None
    division: str = ""
    winners: tuple[Firm, ...] = ()  # of what was awarded: those who made the tender together


@dataclass(frozen=True)
class CountedLot:
    identifier: str
    title: str
    aim: Aim
    division: str  # the first two digits of its CPV code; empty if it has none
    bids: int | None
    bids_of_small: int | None
    mentions: Mentions | None = None  # where its texts speak of gender equality and its codes do not


@dataclass(frozen=True)
class CountedProcedure:
    year: int
    title: str
    aim: Aim
    division: str
    notices: int  # those that count
    lots: tuple[CountedLot, ...]
    amounts: tuple[Amount, ...]
    remarks: tuple[Remarked, ...]


def count(notices: Iterable[NoticeFacts]) -> CountedProcedure:
    """One procedure, from all its notices. ValueError without any."""
    given = sorted(notices, key=chains.order)
    if not given:
        raise ValueError("A procedure has at least one notice.")
    found = chains.of_procedure(given)
    statements = _statements(found.remaining)
    newest = found.remaining[-1] if found.remaining else given[-1]
    lots = tuple(_lot(name, told, newest.cpv) for name, told in sorted(statements.items()))
    estimates, remarks = _estimates(found.remaining, statements, lots, newest)
    return CountedProcedure(
        year=_first_competition(given).dispatched_on.year,
        title=newest.title.text,
        aim=min((lot.aim for lot in lots), key=HIGHEST_FIRST.index, default=Aim.NOT_APPLICABLE),
        division=newest.cpv[:2],
        notices=len(found.remaining),
        lots=lots,
        amounts=(*estimates, *_awarded(statements, lots), *_frameworks(statements, lots)),
        remarks=tuple(sorted({*found.remarks, *remarks})),
    )


def aim_of(told: Iterable[tuple[NoticeFacts, LotFacts]]) -> Aim:
    """The class of a lot from what each notice that remains says of it."""
    able = [lot for notice, lot in told if notice.subtype not in codes.WITHOUT_AIMS]
    social = {code for lot in able for code in lot.social} - {codes.NONE}
    strategic = {code for lot in able for code in lot.strategic}
    if codes.GENDER in social:
        return Aim.GENDER
    if social or codes.SOCIAL_AIM in strategic:
        return Aim.SOCIAL
    if strategic:
        return Aim.NO
    return Aim.NOT_STATED if able else Aim.NOT_APPLICABLE


Statements = dict[str, list[tuple[NoticeFacts, LotFacts]]]


def _statements(remaining: Iterable[NoticeFacts]) -> Statements:
    """What each notice says of each lot, the earliest first."""
    found: Statements = defaultdict(list)
    for notice in remaining:
        for lot in notice.lots:
            found[lot.identifier].append((notice, lot))
    return found


def _first_competition(given: list[NoticeFacts]) -> NoticeFacts:
    return next((notice for notice in given if notice.form in codes.COMPETITION), given[0])


def _lot(name: str, told: list[tuple[NoticeFacts, LotFacts]], cpv: str) -> CountedLot:
    latest = [lot for _notice, lot in reversed(told)]
    aim = aim_of(told)
    is_coded = aim not in MAY_BE_MORE or any(codes.GENDER in lot.social for lot in latest)
    return CountedLot(
        identifier=name,
        title=next((lot.title.text for lot in latest if lot.title.text), ""),
        aim=aim,
        division=next((lot.cpv for lot in latest if lot.cpv), cpv)[:2],
        bids=next((lot.bids for lot in latest if lot.bids is not None), None),
        bids_of_small=next((lot.bids_of_small for lot in latest if lot.bids_of_small is not None), None),
        mentions=None if is_coded else passages.mentions(lot for _notice, lot in told),
    )


def _estimates(
    remaining: tuple[NoticeFacts, ...], statements: Statements, lots: tuple[CountedLot, ...], newest: NoticeFacts
) -> tuple[list[Amount], list[Remarked]]:
    """The procedure's estimate, divided as its lots state it; see the rule "estimated"."""
    total = next((notice.estimated for notice in reversed(remaining) if notice.estimated), None)
    stated = {name: _latest_estimate(told) for name, told in statements.items()}
    parts = [_amount(Measure.ESTIMATED, money, lot) for lot in lots if (money := stated[lot.identifier])]
    if total is None:
        return parts, []
    if len({lot.aim for lot in lots}) == 1 and len({lot.division for lot in lots}) == 1:
        name = lots[0].identifier if len(lots) == 1 else ""
        return [Amount(Measure.ESTIMATED, total, name, lots[0].aim, lots[0].division)], []
    divided = [part for part in parts if part.money.currency == total.currency]
    left = total.amount - sum((part.money.amount for part in divided), Decimal(0))
    if left < 0 or any(part.money.amount < 0 for part in divided):
        return [Amount(Measure.ESTIMATED, total, division=newest.cpv[:2])], [Remarked(Remark.LOTS_EXCEED_TOTAL)]
    rest = Amount(Measure.ESTIMATED, Money(left, total.currency), division=newest.cpv[:2])
    return [*divided, *([rest] if left else [])], []


def _latest_estimate(told: list[tuple[NoticeFacts, LotFacts]]) -> Money | None:
    return next((lot.estimated for _notice, lot in reversed(told) if lot.estimated), None)


def _awarded(statements: Statements, lots: tuple[CountedLot, ...]) -> Iterator[Amount]:
    """Each contract of each lot once, by its latest statement; what the same firms have won is one amount."""
    for lot in lots:
        contracts = {
            (contract.number, contract.value.currency): contract.tenders
            for _notice, facts in statements[lot.identifier]
            for contract in facts.contracts
            if contract.value
        }
        totals: dict[tuple[str, tuple[Firm, ...]], Decimal] = defaultdict(Decimal)
        for tender in (each for tenders in contracts.values() for each in tenders):
            if tender.value:
                totals[tender.value.currency, tuple(sorted(set(tender.firms)))] += tender.value.amount
        for (currency, winners), amount in sorted(totals.items()):
            yield replace(_amount(Measure.AWARDED, Money(amount, currency), lot), winners=winners)


def _frameworks(statements: Statements, lots: tuple[CountedLot, ...]) -> Iterator[Amount]:
    for lot in lots:
        ceilings = [facts.ceiling for _notice, facts in statements[lot.identifier] if facts.ceiling]
        if ceilings:
            yield _amount(Measure.FRAMEWORK, ceilings[-1], lot)


def _amount(measure: Measure, money: Money, lot: CountedLot) -> Amount:
    return Amount(measure, money, lot.identifier, lot.aim, lot.division)
