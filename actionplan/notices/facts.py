"""What a notice says, as far as the baseline needs it. The numbers of fields (BT, OPP) are those of eForms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Remark(StrEnum):
    """What the reader of a notice should know of it; it is taken all the same."""

    NEWER_SDK = "newer_sdk"
    OLDER_SDK = "older_sdk"
    NO_SDK = "no_sdk"
    NO_VERSION = "no_version"
    NO_PROCEDURE = "no_procedure"
    NO_LOTS = "no_lots"
    UNKNOWN_CODE = "unknown_code"
    CODE_TWICE = "code_twice"
    CODE_NOT_ALLOWED = "code_not_allowed"
    NONE_WITH_OTHERS = "none_with_others"
    GENDER_WITHOUT_SOCIAL = "gender_without_social"
    BAD_AMOUNT = "bad_amount"
    ABSURD_AMOUNT = "absurd_amount"
    NO_CURRENCY = "no_currency"
    SEVERAL_CURRENCIES = "several_currencies"
    TENDER_WITHOUT_CONTRACT = "tender_without_contract"
    LOT_TWICE = "lot_twice"
    # Found when the notices of a procedure are put together
    TWO_CHANGES = "two_changes"
    PARENT_MISSING = "parent_missing"
    LOTS_EXCEED_TOTAL = "lots_exceed_total"
    SAYS_TWO_THINGS = "says_two_things"


class Outcome(StrEnum):
    """What became of a file that was to be imported."""

    TAKEN = "taken"
    NEWER = "newer"  # than the version that was there
    OLDER = "older"  # than the version that was there: it is kept and does not count
    ALREADY_HERE = "already_here"
    PASSED_OVER = "passed_over"  # no notice, among notices
    NOT_OURS = "not_ours"  # of another buyer, in a package of everybody's notices
    REFUSED = "refused"


@dataclass(frozen=True, order=True)
class Remarked:
    """A remark, with the code, lot or number that it is about."""

    remark: Remark
    about: str = ""


@dataclass(frozen=True, order=True)
class Money:
    """An amount without VAT, as the notice states it: it may be zero or negative."""

    amount: Decimal
    currency: str  # ISO 4217


@dataclass(frozen=True)
class Words:
    """A text with its language (ISO 639-3, such as SWE), which may be empty."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Buyer:
    names: tuple[str, ...]
    number: str = ""  # BT-501: its registration number


@dataclass(frozen=True, order=True)
class Firm:
    """One of those who made a tender, as the notice names it."""

    number: str = ""  # BT-501: its registration number
    name: str = ""  # BT-500


@dataclass(frozen=True)
class WonTender:
    """A tender that a contract settles, with its value (BT-720) and the firms that made it together."""

    value: Money | None
    firms: tuple[Firm, ...] = ()


@dataclass(frozen=True)
class Contract:
    """A contract for a lot (BT-150), with the value of the tenders that it settles."""

    number: str
    value: Money | None
    awarded_on: date | None  # BT-1451, else BT-145
    tenders: tuple[WonTender, ...] = ()


@dataclass(frozen=True)
class LotFacts:
    """A lot as one notice states it."""

    identifier: str
    title: Words = Words("")
    nature: str = ""  # BT-23: works, supplies or services
    cpv: str = ""  # BT-262
    estimated: Money | None = None  # BT-27
    strategic: tuple[str, ...] = ()  # BT-06
    social: tuple[str, ...] = ()  # BT-775
    environmental: tuple[str, ...] = ()  # BT-774
    innovative: tuple[str, ...] = ()  # BT-776
    description: tuple[Words, ...] = ()  # BT-777
    criteria: tuple[Words, ...] = ()  # BT-734 and BT-540
    conditions: tuple[Words, ...] = ()  # BT-70
    reserved: tuple[str, ...] = ()  # BT-71 and BT-736
    is_framework: bool = False
    ceiling: Money | None = None  # BT-709: the most that may be bought under a framework
    results: tuple[str, ...] = ()  # BT-142: selec-w, clos-nw or open-nw
    contracts: tuple[Contract, ...] = ()
    bids: int | None = None  # BT-759 of all tenders
    bids_of_small: int | None = None  # of small and medium-sized companies


@dataclass(frozen=True)
class NoticeFacts:
    """A notice: its number and version, its place among others, and its lots."""

    identifier: str  # BT-701, in lower case
    version: int  # BT-757
    procedure: str  # BT-04, in lower case; empty where the notice has none
    form: str  # BT-03, such as competition or result
    type: str  # BT-02, such as cn-standard
    subtype: str  # OPP-070, such as 16
    sdk: str  # such as 1.10
    dispatched_on: date  # BT-05, the day where it was sent
    dispatched_at: str = ""  # the time, only to tell two notices of one day apart
    publication: str = ""  # OPP-010: its number in the Official Journal
    changes: str = ""  # BT-758: the notice that it changes
    is_cancelling: bool = False  # BT-140: it withdraws the notice that it changes
    previous: str = ""  # OPP-090: an earlier notice of the same procedure
    buyers: tuple[Buyer, ...] = ()
    title: Words = Words("")
    cpv: str = ""
    estimated: Money | None = None
    total: Money | None = None  # BT-161: all contracts that the notice tells of
    lots: tuple[LotFacts, ...] = ()
    remarks: tuple[Remarked, ...] = field(default=(), compare=False)
