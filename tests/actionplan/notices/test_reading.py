from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actionplan.notices.facts import Buyer, Contract, Firm, LotFacts, Money, Remark, Remarked, WonTender, Words
from actionplan.notices.reading import read
from actionplan.notices.stored import packed, unpacked
from actionplan.notices.tree import Refusal
from tests.notices import Lot, Notice, number

OLD = b'<TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"/>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'


def reason(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        read(data)
    return refused.value.reason


def remarks(notice: Notice) -> list[tuple[Remark, str]]:
    return [(each.remark, each.about) for each in read(notice.xml()).remarks]


def test_a_competition_notice_says_who_buys_what_and_why():
    aims = {
        "strategic-procurement": ["soc-obj"],
        "social-objective": ["gen-eq", "opp"],
        "environmental-impact": ["other"],
    }
    lot = Lot(estimated="1500000.5", codes=aims, description="Lika lön", condition="Rapport om kön")
    notice = Notice([lot], estimated="2000000", publication="00123456-2024")

    found = read(notice.xml())

    assert (found.identifier, found.version, found.procedure) == (notice.identifier, 1, notice.procedure)
    assert (found.form, found.type, found.subtype, found.sdk) == ("competition", "cn-standard", "16", "1.10")
    assert (found.dispatched_on, found.publication) == (date(2024, 3, 19), "123456-2024")
    assert found.buyers == (Buyer(("Exempelby kommun",), "212000-0000"),)
    assert found.title == Words("Cleaning of schools", "SWE")
    assert found.estimated == Money(Decimal(2000000), "SEK")
    assert found.lots == (
        LotFacts(
            "LOT-0001",
            title=Words("LOT-0001", "SWE"),
            cpv="90910000",
            estimated=Money(Decimal("1500000.50"), "SEK"),
            strategic=("soc-obj",),
            social=("gen-eq", "opp"),
            environmental=("other",),
            description=(Words("Lika lön", "SWE"),),
            conditions=(Words("Rapport om kön", "SWE"),),
        ),
    )
    assert found.remarks == ()


def test_of_the_tenders_only_those_with_a_contract_have_won():
    lot = Lot(won="-100.25", lost="50", contract="K 12", bids={"tenders": 4, "t-micro": 1, "t-small": 1})

    [found] = read(Notice([lot], form="result").xml()).lots

    value = Money(Decimal("-100.25"), "SEK")
    assert found.contracts == (Contract("K 12", value, date(2024, 6, 1), (WonTender(value),)),)
    assert (found.results, found.bids, found.bids_of_small) == (("selec-w",), 4, 2)


def test_a_tender_that_won_names_the_firms_that_made_it():
    lot = Lot(won="10", winners=["556000-0001 Ny Städ AB", "SE556000000201 Ren Luft AB"])

    [found] = read(Notice([lot], form="result").xml()).lots

    firms = (Firm("556000-0001", "Ny Städ AB"), Firm("SE556000000201", "Ren Luft AB"))
    assert [tender.firms for tender in found.contracts[0].tenders] == [firms]
    assert unpacked(packed(found.contracts[0])) == found.contracts[0]


def test_signs_that_nobody_sees_are_no_part_of_a_text():
    assert read(Notice(title="Clean\u200bing \u202e of\n schools").xml()).title == Words("Cleaning of schools", "SWE")


def test_any_prefixes_will_do():
    notice = Notice([Lot(codes={"social-objective": ["opp"]}, won="7")], form="result", changes=number())

    assert read(notice.xml("a b c d e f")) == read(notice.xml())


def test_a_national_variant_is_read_as_the_version_that_it_adds_to():
    found = read(Notice(sdk="eforms-sdk-1.7#extended#urn:example.org:2024").xml())

    assert (found.sdk, found.remarks) == ("1.7", ())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"Dear reader", "not_xml"),
        (b"<a><b></a>", "not_xml"),
        (b"<a>" * 5000 + b"</a>" * 5000, "not_xml"),
        (LAUGHS, "has_doctype"),
        (OLD, "old_schema"),
        (b"<html/>", "no_notice"),
        (b"%PDF-1.7", "pdf"),
        (Notice(day="").xml(), "no_day"),
        (Notice(day="2024-02-30").xml(), "no_day"),
        (Notice().xml().replace(b'schemeName="notice-id"', b""), "no_number"),
    ],
    ids=[
        "nothing",
        "blank",
        "words",
        "crossed",
        "deep",
        "entities",
        "old",
        "page",
        "pdf",
        "no day",
        "no such day",
        "number",
    ],
)
def test_what_is_no_notice_is_refused_with_its_reason(data, why):
    assert reason(data) == why


def test_a_file_on_the_machine_is_not_read_through_an_entity(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    tricky = Notice(title="TITLE").xml().replace(b"TITLE", b"&x;")
    tricky = tricky.replace(b"?>\n", f'?>\n<!DOCTYPE ContractNotice [<!ENTITY x SYSTEM "{secret}">]>\n'.encode(), 1)

    assert reason(tricky) == "has_doctype"


@pytest.mark.parametrize(
    ("notice", "remarked"),
    [
        (Notice(sdk="eforms-sdk-1.99"), (Remark.NEWER_SDK, "1.99")),
        (Notice(sdk="eforms-sdk-1.2"), (Remark.OLDER_SDK, "1.2")),
        (Notice(sdk="something"), (Remark.NO_SDK, "")),
        (Notice(version="x"), (Remark.NO_VERSION, "")),
        (Notice(procedure=None), (Remark.NO_PROCEDURE, "")),
        (Notice(lots=[]), (Remark.NO_LOTS, "")),
        (Notice([Lot(codes={"social-objective": ["new-code"]})]), (Remark.UNKNOWN_CODE, "LOT-0001 new-code")),
        (Notice([Lot(codes={"social-objective": ["opp", "opp"]})]), (Remark.CODE_TWICE, "LOT-0001")),
        (Notice([Lot(codes={"social-objective": ["opp"]})], form="planning"), (Remark.CODE_NOT_ALLOWED, "LOT-0001")),
        (
            Notice([Lot(codes={"strategic-procurement": ["none"], "social-objective": ["opp"]})]),
            (Remark.NONE_WITH_OTHERS, "LOT-0001"),
        ),
        (Notice([Lot(codes={"social-objective": ["gen-eq"]})]), (Remark.GENDER_WITHOUT_SOCIAL, "LOT-0001")),
        (Notice([Lot(estimated="1e400")]), (Remark.BAD_AMOUNT, "LOT-0001")),
        (Notice([Lot(estimated="NaN")]), (Remark.BAD_AMOUNT, "LOT-0001")),
        (Notice([Lot(estimated="9" * 30)]), (Remark.ABSURD_AMOUNT, "LOT-0001")),
        (Notice([Lot(estimated="5", currency="kronor")]), (Remark.NO_CURRENCY, "LOT-0001")),
        (Notice([Lot(estimated="5", currency="EUR")], estimated="9"), (Remark.SEVERAL_CURRENCIES, "")),
        (Notice([Lot(), Lot()]), (Remark.LOT_TWICE, "LOT-0001")),
    ],
)
def test_what_is_odd_is_taken_with_a_remark(notice, remarked):
    assert remarks(notice) == [remarked]


def test_remarks_do_not_make_two_readings_differ():
    assert Remarked(Remark.NO_SDK) < Remarked(Remark.NO_VERSION)
    assert read(Notice(identifier="x", procedure="y", sdk="1").xml()) == read(
        Notice(identifier="x", procedure="y", sdk="2").xml()
    )
