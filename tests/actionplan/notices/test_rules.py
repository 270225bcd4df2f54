from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.notices import chains, rules
from actionplan.notices.facts import Money, NoticeFacts, Remark, Remarked
from actionplan.notices.reading import read
from actionplan.notices.rules import Aim, Amount, Measure
from tests.notices import Lot, Notice, number

SOCIAL = {"social-objective": ["opp"]}
GENDER = {"strategic-procurement": ["soc-obj"], "social-objective": ["gen-eq"]}
NONE = {"strategic-procurement": ["none"]}
GREEN = {"strategic-procurement": ["env-imp"], "environmental-impact": ["other"]}


def count(*notices: Notice) -> rules.CountedProcedure:
    return rules.count(read(notice.xml()) for notice in notices)


def sek(amount: str) -> Money:
    return Money(Decimal(amount), "SEK")


@pytest.mark.parametrize(
    ("codes", "aim"),
    [
        ({}, Aim.NOT_STATED),
        ({"environmental-impact": ["other"]}, Aim.NOT_STATED),
        (NONE, Aim.NO),
        (GREEN, Aim.NO),
        ({"strategic-procurement": ["soc-obj"]}, Aim.SOCIAL),
        (SOCIAL, Aim.SOCIAL),
        ({**NONE, **SOCIAL}, Aim.SOCIAL),
        ({"social-objective": ["a-code-to-come"]}, Aim.SOCIAL),
        (GENDER, Aim.GENDER),
        ({"social-objective": ["gen-eq", "opp"]}, Aim.GENDER),
    ],
)
def test_the_class_of_a_lot(codes, aim):
    assert [lot.aim for lot in count(Notice([Lot(codes=codes)])).lots] == [aim]


@pytest.mark.parametrize("subtype", ["4", "E1", "CEI"])
def test_a_notice_that_cannot_carry_an_aim_states_none(subtype):
    assert count(Notice([Lot(codes=GENDER)], subtype=subtype)).aim == Aim.NOT_APPLICABLE


def test_the_aims_of_a_lot_are_those_of_all_its_notices():
    procedure = number()
    asked = Notice([Lot(codes=NONE), Lot("LOT-0002")], procedure=procedure)
    settled = Notice([Lot(codes=GENDER)], procedure=procedure, form="result", day="2024-08-01Z")

    found = count(settled, asked)

    assert [(lot.identifier, lot.aim) for lot in found.lots] == [("LOT-0001", Aim.GENDER), ("LOT-0002", Aim.NOT_STATED)]
    assert (found.aim, found.notices, found.year) == (Aim.GENDER, 2, 2024)


def test_the_latest_version_of_a_notice_counts():
    first = Notice([Lot(codes=GENDER)])
    second = Notice([Lot(codes=NONE)], identifier=first.identifier, procedure=first.procedure, version="02")

    assert (count(second, first).aim, count(second, first).notices) == (Aim.NO, 1)


def test_of_a_chain_of_changes_the_last_counts():
    first = Notice([Lot(codes=GENDER)], day="2023-12-30Z")
    second = Notice([Lot(codes=SOCIAL)], procedure=first.procedure, changes=f"{first.identifier}-01", day="2024-01-05Z")
    third = Notice([Lot(codes=NONE)], procedure=first.procedure, changes=f"{second.identifier}-01", day="2024-01-09Z")

    found = count(third, first, second)

    assert (found.aim, found.notices, found.remarks) == (Aim.NO, 1, ())
    assert found.year == 2023  # that of the first notice, though another takes its place


def test_of_two_changes_of_one_notice_the_later_counts_with_a_remark():
    first = Notice()
    early = Notice([Lot(codes=SOCIAL)], procedure=first.procedure, changes=first.identifier, day="2024-05-01Z")
    late = Notice([Lot(codes=NONE)], procedure=first.procedure, changes=first.identifier, day="2024-06-01Z")

    found = count(first, late, early)

    assert (found.aim, found.notices) == (Aim.NO, 1)
    assert found.remarks == (Remarked(Remark.TWO_CHANGES, first.identifier),)


def test_a_change_of_a_notice_that_is_not_here_counts_with_a_remark():
    change = Notice([Lot(codes=SOCIAL)], changes=number())

    found = count(change)

    assert (found.aim, found.remarks) == (Aim.SOCIAL, (Remarked(Remark.PARENT_MISSING, change.identifier),))


def test_a_change_may_name_its_notice_by_its_number_in_the_official_journal():
    first = Notice([Lot(codes=GENDER)], publication="00654321-2024")
    change = Notice([Lot(codes=NONE)], procedure=first.procedure, changes="654321-2024", day="2024-05-01Z")

    assert count(first, change).aim == Aim.NO


def test_a_cancellation_takes_the_notice_away_and_not_the_procedure():
    first = Notice([Lot(codes=GENDER)])
    cancelled = Notice([Lot()], procedure=first.procedure, changes=first.identifier, reason="cancel", day="2024-05-01Z")

    found = count(first, cancelled)

    assert (found.notices, found.lots, found.aim, found.year) == (0, (), Aim.NOT_APPLICABLE, 2024)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_notices_that_change_each_other_in_a_circle_leave_one(size):
    procedure, numbers = number(), [number() for _each in range(size)]
    circle = [
        Notice(identifier=each, procedure=procedure, changes=numbers[place - 1], day=f"2024-05-0{place + 1}Z")
        for place, each in enumerate(numbers)
    ]

    assert count(*circle).notices == 1


def test_estimates_of_the_procedure_and_of_its_lots_are_never_added():
    lots = [Lot(estimated="400", codes=GENDER), Lot("LOT-0002", estimated="500", codes=NONE)]

    assert count(Notice(lots, estimated="1000")).amounts == (
        Amount(Measure.ESTIMATED, sek("400"), "LOT-0001", Aim.GENDER, "90"),
        Amount(Measure.ESTIMATED, sek("500"), "LOT-0002", Aim.NO, "90"),
        Amount(Measure.ESTIMATED, sek("100"), division="90"),
    )
    assert count(Notice(lots)).amounts == (
        Amount(Measure.ESTIMATED, sek("400"), "LOT-0001", Aim.GENDER, "90"),
        Amount(Measure.ESTIMATED, sek("500"), "LOT-0002", Aim.NO, "90"),
    )


def test_lots_of_one_class_and_division_share_the_estimate_of_the_procedure():
    found = count(Notice([Lot(codes=SOCIAL), Lot("LOT-0002", codes=SOCIAL)], estimated="1000"))

    assert found.amounts == (Amount(Measure.ESTIMATED, sek("1000"), "", Aim.SOCIAL, "90"),)


def test_lots_that_come_to_more_than_the_procedure_do_not_divide_it():
    found = count(Notice([Lot(estimated="900", codes=GENDER), Lot("LOT-0002", estimated="500")], estimated="1000"))

    assert found.amounts == (Amount(Measure.ESTIMATED, sek("1000"), division="90"),)
    assert found.remarks == (Remarked(Remark.LOTS_EXCEED_TOTAL),)


def test_each_currency_has_a_total_of_its_own():
    found = count(Notice([Lot(estimated="900"), Lot("LOT-0002", estimated="5", currency="EUR")]))

    assert [amount.money for amount in found.amounts] == [sek("900"), Money(Decimal(5), "EUR")]


def test_a_contract_counts_once_by_its_latest_statement():
    procedure = number()
    settled = Notice([Lot(won="100", lost="70", contract="K 1")], procedure=procedure, form="result", day="2024-08-01Z")
    again = Notice([Lot(won="30", contract="K 2")], procedure=procedure, form="result", day="2024-09-01Z")
    changed = Notice([Lot(won="-20", contract="K 1")], procedure=procedure, form="cont-modif", day="2025-02-01Z")

    amounts = count(changed, again, settled).amounts

    assert amounts == (Amount(Measure.AWARDED, sek("10"), "LOT-0001", Aim.NOT_STATED, "90"),)


# Notices of one procedure in any number, each of any class, some changing or following others
DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["competition", "result", "planning"]),
        st.lists(st.sampled_from([{}, NONE, GREEN, SOCIAL, GENDER]), max_size=3),
        st.integers(1, 3),  # version
        st.integers(0, 5),  # the notice that it changes, if there is one at this place before it
        st.integers(1, 28),
        st.sampled_from(["", "100", "250.5"]),
    ),
    min_size=1,
    max_size=6,
)


def procedure_of(drawn) -> list[NoticeFacts]:
    procedure, made = "00000000-0000-4000-8000-00000000aaaa", []
    for place, (form, codes, version, changed, day, estimated) in enumerate(drawn):
        lots = [Lot(f"LOT-{n}", codes=each, estimated="60") for n, each in enumerate(codes)]
        changes = f"n{changed}" if changed < place else ""
        made.append(
            Notice(
                lots,
                identifier=f"n{place}",
                procedure=procedure,
                version=str(version),
                form=form,
                changes=changes,
                day=f"2024-05-{day:02}",
                estimated=estimated,
            )
        )
    return [read(notice.xml()) for notice in made]


@given(DRAWN, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_changes_the_figures(drawn, random):
    notices = procedure_of(drawn)
    mixed = [*notices, *random.sample(notices, len(notices) // 2)]
    random.shuffle(mixed)

    assert rules.count(mixed) == rules.count(notices)


@given(DRAWN)
def test_parts_add_up_to_the_estimate_and_each_chain_counts_once(drawn):
    notices = procedure_of(drawn)
    found = rules.count(notices)
    remaining = chains.of_procedure(notices).remaining

    estimates = [amount.money.amount for amount in found.amounts if amount.measure == Measure.ESTIMATED]
    stated = [notice.estimated.amount for notice in remaining if notice.estimated]
    whole = stated[-1] if stated else 60 * len(found.lots)
    assert sum(estimates) == whole
    assert len({lot.identifier for lot in found.lots}) == len(found.lots)
    assert len({notice.identifier for notice in remaining}) == len(remaining) == found.notices
    assert not {notice.changes for notice in remaining} & {notice.identifier for notice in remaining}
