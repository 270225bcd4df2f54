"""The procedures of a city are counted from its notices, those again that an import has touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q

from actionplan.models import AimDecision, Notice, Procedure, ProcedureAmount, ProcedureLot
from actionplan.notices import chains, codes, rules, stored
from actionplan.reference.possible_aims import PossibleAim
from actionplan.suppliers import organisation_numbers
from ulg.models import City
from ulg.writing import locks
from ulg.writing.transactions import atomic

NO_NUMBER = "-"
AT_A_TIME = 500  # procedures
OWN = "notice "  # before the number of a notice that stands for its procedure, for nothing names another


def count(city: City, keys: set[str]) -> None:
    """Count these procedures anew, and those of notices that name no procedure.

    Planning notices that name none belong to no procedure; which of them remain is found all the same.
    """
    wanted = keys | _place_unnamed(city)
    notices: dict[str, list[Notice]] = defaultdict(list)
    for notice in Notice.objects.in_city(city).filter(counted_in__in=wanted).defer("xml").prefetch_related("lots"):
        notices[notice.counted_in].append(notice)
    _note_remaining(notices.values())
    counted = {key: rules.count(notice.facts for notice in found) for key, found in notices.items() if key}
    Procedure.objects.in_city(city).filter(identifier__in=wanted).delete()
    made = Procedure.objects.bulk_create(_procedure(city, key, each) for key, each in counted.items())
    pairs = list(zip(made, counted.values(), strict=True))
    decided = _decisions(city, wanted)
    ProcedureLot.objects.bulk_create(lot for pair in pairs for lot in _lots(*pair, decided))
    ProcedureAmount.objects.bulk_create(amount for pair in pairs for amount in _amounts(*pair))


def recount(city: City) -> int:
    """Count all of its procedures anew, some at a time; how many there are."""
    keys = sorted(set(Notice.objects.in_city(city).exclude(counted_in="").values_list("counted_in", flat=True)))
    for start in range(0, len(keys), AT_A_TIME):
        _recount(city, set(keys[start : start + AT_A_TIME]))
    return len(keys)


@atomic
def _recount(city: City, keys: set[str]) -> None:
    locks.lock(city)  # as an import does
    count(city, keys)


def _place_unnamed(city: City) -> set[str]:
    """Give notices without a procedure's identifier that of the notice they refer to; gives the procedures touched."""
    unnamed = list(Notice.objects.in_city(city).filter(procedure="").exclude(form__in=codes.PLANNING).defer("xml"))
    references = {name for notice in unnamed for name in (notice.changes, notice.previous) if name}
    named = Notice.objects.in_city(city).filter(Q(identifier__in=references) | Q(publication__in=references))
    known = {
        name: notice
        for notice in [*unnamed, *named.defer("xml").order_by("-version", "-pk")]
        for name in (notice.publication, notice.identifier)
        if name
    }
    touched = set()
    for notice in unnamed:
        place = _procedure_of(notice, known)
        touched |= {notice.counted_in, place} if place != notice.counted_in else set()
        notice.counted_in = place
    Notice.objects.bulk_update(unnamed, ["counted_in"])
    return touched


def _procedure_of(notice: Notice, known: dict[str, Notice]) -> str:
    """Follow what a notice refers to; where that leads to no identifier, its end stands for the procedure."""
    seen: list[str] = []
    while not notice.procedure:
        if notice.identifier in seen:
            return OWN + min(seen[seen.index(notice.identifier) :])
        seen.append(notice.identifier)
        earlier = known.get(notice.changes) or known.get(notice.previous)
        if earlier is None:
            return OWN + notice.identifier
        notice = earlier
    return notice.procedure


def _procedure(city: City, key: str, counted: rules.CountedProcedure) -> Procedure:
    return Procedure(
        city=city,
        identifier=key,
        year=counted.year,
        title=counted.title,
        aim=counted.aim,
        division=counted.division,
        notices=counted.notices,
        remarks=[[each.remark, each.about] for each in counted.remarks],
    )


def _decisions(city: City, keys: set[str]) -> dict[tuple[str, str], AimDecision]:
    """The latest decision about each lot of these procedures whose texts speak of gender equality."""
    rows = AimDecision.objects.in_city(city).filter(procedure__in=keys)
    return {(row.procedure, row.lot): row for row in rows}


def _lots(
    procedure: Procedure, counted: rules.CountedProcedure, decided: dict[tuple[str, str], AimDecision]
) -> Iterator[ProcedureLot]:
    for lot in counted.lots:
        place = {"procedure": procedure, "city": procedure.city, "year": procedure.year}
        told = {name: value for name, value in vars(lot).items() if name != "mentions"}
        if lot.mentions:
            told |= {
                "possible": _standing(lot.mentions.sha256, decided.get((procedure.identifier, lot.identifier))),
                "passages": [stored.packed_passage(each) for each in lot.mentions.passages],
                "words_sha256": lot.mentions.sha256,
            }
        yield ProcedureLot(**place, **told)


def _standing(sha256: str, decision: AimDecision | None) -> str:
    """A decision holds as long as the words that it is about."""
    return decision.decision if decision and decision.words_sha256 == sha256 else PossibleAim.TO_REVIEW


def _amounts(procedure: Procedure, counted: rules.CountedProcedure) -> Iterator[ProcedureAmount]:
    for amount in counted.amounts:
        yield ProcedureAmount(
            procedure=procedure,
            city=procedure.city,
            year=procedure.year,
            lot=amount.lot,
            measure=amount.measure,
            aim=amount.aim or "",
            division=amount.division,
            cents=stored.in_cents(amount.money),
            won_by=_numbers_of(amount),
            currency=amount.money.currency,
        )


def _numbers_of(amount: rules.Amount) -> str:
    """Of all who won it together; one without a number stands as a sign that no number is."""
    numbers = {organisation_numbers.stored_form(firm.number) or NO_NUMBER for firm in amount.winners}
    return " ".join(sorted(numbers))


def _note_remaining(procedures: Iterable[list[Notice]]) -> None:
    """Note of each notice whether it counts: the latest of its version and chain does."""
    changed = []
    for notices in procedures:
        found = chains.of_procedure(notice.facts for notice in notices)
        remaining = {(each.identifier, each.version) for each in found.remaining}
        for notice in notices:
            is_counted = (notice.identifier, notice.version) in remaining
            if is_counted != notice.is_counted:
                notice.is_counted = is_counted
                changed.append(notice)
    Notice.objects.bulk_update(changed, ["is_counted"], batch_size=500)
