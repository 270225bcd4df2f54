from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from actionplan.models import AimDecision, ProcedureLot
from actionplan.notices.archives import File
from actionplan.services import notices
from tests import notices as made
from tests.factories import MembershipFactory, PlanFactory
from tests.notices import Lot
from tests.queries import MOST, queries_of
from tests.sent_forms import forms_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return PlanFactory().city


@pytest.fixture
def editor(client, city):
    return log_in(client, city, Role.EDITOR)


def log_in(client, city, role: str):
    seat = MembershipFactory(city=city, role=role)
    client.force_login(seat.user)
    return seat


def take(city, *lots: Lot, **about) -> made.Notice:
    notice = made.Notice([*lots], **about)
    list(notices.import_files(city, [File("a.xml", notice.xml())], by=None))
    return notice


def url(city, name: str = "possible") -> str:
    return reverse(f"actionplan:{name}", args=[city.slug])


def page(client, city, query: str = ""):
    response = client.get(url(city) + query)
    assert response.status_code == 200
    return html.fromstring(response.content)


def form_of(client, city, lot: str = "LOT-0001") -> dict:
    found = forms_of(client.get(url(city)).content, url(city))
    return next(form.fields for form in found if form.fields.get("lot") == [lot])


def send(client, city, sent: dict, **changes):
    return client.post(url(city, "possible-decide"), {**sent, **changes})


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_the_words_are_marked_in_their_sentence_and_language(client, city):
    take(city, Lot(condition="Allt dokumenteras. Redovisa lön för kvinnor och män. Annat."), title="Cleaning")
    log_in(client, city, Role.OBSERVER)

    found = page(client, city)

    [quote] = found.xpath("//blockquote")
    assert (quote.get("lang"), words(quote)) == ("sv", "… Redovisa lön för kvinnor och män. …")
    assert [mark.text for mark in quote.xpath(".//mark")] == ["kvinnor", "män"]
    assert words(found.xpath("//figcaption")[0]) == "Term of performance (BT-70)"
    assert words(found.xpath("//h3/following-sibling::p")[0]) == "Cleaning · LOT-0001 · 2024 · counted as “Not stated”"
    assert found.xpath("//main//form") == []


def test_lots_to_look_at_come_first_and_the_address_may_ask_for_some(client, city, editor):
    take(city, Lot("LOT-1", condition="Kvinnor"), Lot("LOT-2", condition="Kvinnor"), Lot("LOT-3", condition="Kvinnor"))
    ProcedureLot.objects.filter(identifier="LOT-1").update(possible="dismissed")
    ProcedureLot.objects.filter(identifier="LOT-2").update(possible="confirmed")

    def shown(query: str = "") -> list[str]:
        return page(client, city, query).xpath("//h3/a/text()")

    assert page(client, city).xpath("//h2/text()") == ["To look at", "Confirmed", "Dismissed"]
    assert shown() == shown("?status=nonsense") == ["LOT-3", "LOT-2", "LOT-1"]
    assert shown("?status=confirmed") == ["LOT-2"]


def test_an_editor_decides_with_a_reason_that_everybody_reads(client, city, editor):
    take(city, Lot(condition="Kvinnor"))

    response = send(client, city, form_of(client, city), decision="confirmed", reason="It asks for equal pay.")

    assert (response.status_code, response["Location"]) == (302, url(city))
    assert list(AimDecision.objects.values_list("decision", "reason", "decided_by")) == [
        ("confirmed", "It asks for equal pay.", editor.pk)
    ]
    log_in(client, city, Role.OBSERVER)
    assert "Confirmed: It asks for equal pay." in words(page(client, city))


def test_a_decision_needs_a_choice_and_a_reason(client, city, editor):
    take(city, Lot(condition="Kvinnor"))

    response = send(client, city, form_of(client, city), decision="", reason=" ")

    found = html.fromstring(response.content)
    assert response.status_code == 422
    assert [words(each) for each in found.xpath("//*[@data-refused]//li")] == [
        "Is gender equality an aim of this lot?: Choose whether it is an aim of the lot.",
        "Why?: Write why, so that others can follow it.",
    ]
    assert not AimDecision.objects.exists()


def test_the_second_of_two_editors_is_told_and_keeps_what_they_wrote(client, city, editor):
    take(city, Lot(condition="Kvinnor"))
    sent = form_of(client, city)
    send(client, city, form_of(client, city), decision="confirmed", reason="The first reason")

    response = send(client, city, sent, decision="dismissed", reason="The second reason")

    [again] = [form.fields for form in forms_of(response.content, url(city)) if "lot" in form.fields]
    text = response.content.decode()
    assert response.status_code == 409
    assert "Your decision was not saved." in text
    assert "The first reason" in text
    assert [again[name][0].strip() for name in ("decision", "reason", "seen")] == [
        "dismissed",
        "The second reason",
        "1",
    ]
    assert send(client, city, again).status_code == 302
    assert list(AimDecision.objects.values_list("decision", flat=True)) == ["confirmed", "dismissed"]


def test_what_was_decided_before_the_words_changed_is_said(client, city, editor):
    notice = take(city, Lot(condition="Kvinnor"))
    send(client, city, form_of(client, city), decision="confirmed", reason="Equal pay")

    take(
        city,
        Lot(condition="Kvinnor och flickor"),
        identifier=notice.identifier,
        procedure=notice.procedure,
        version="02",
    )

    assert "The words have changed since this was decided: Confirmed: Equal pay" in words(page(client, city))


def test_a_member_reads_and_does_not_decide(client, city):
    take(city, Lot(condition="Kvinnor"))
    log_in(client, city, Role.MEMBER)

    assert page(client, city).xpath("//main//form") == []
    assert send(client, city, {"lot": "LOT-0001"}).status_code == 403


def test_a_lot_of_another_city_or_none_is_not_found(client, city, editor):
    other = take(PlanFactory().city, Lot(condition="Kvinnor"))
    own = take(city, Lot(condition="Fakturor"))

    for notice in (other, own):
        sent = {"procedure": notice.procedure, "lot": "LOT-0001", "decision": "confirmed", "reason": "x", "seen": "0"}
        assert send(client, city, {**sent, "words": "x"}).status_code == 404
    assert page(client, city).xpath("//h3") == []


def test_the_figures_tell_of_these_lots_beside_the_share(client, city, editor):
    take(city, Lot("LOT-1", condition="Kvinnor"), Lot("LOT-2", condition="Kvinnor"))
    send(client, city, form_of(client, city, "LOT-1"), decision="dismissed", reason="A quotation")

    found = html.fromstring(client.get(url(city, "figures")).content)

    told = "2 more lots speak of gender equality without the code: 0 confirmed, 1 dismissed, 1 not yet looked at."
    assert told in words(found)
    assert found.xpath("//a[@href=$to]", to=url(city)) != []
    assert "Lots whose notices can state an aim: 2. With a social aim: 0, of which with gender equality: 0." in words(
        found
    )


def test_words_of_a_notice_are_never_markup(client, city, editor):
    take(city, Lot(condition="<b>kvinnor</b> <script>x</script>"))

    body = client.get(url(city)).content.decode()

    assert "&lt;b&gt;<mark>kvinnor</mark>&lt;/b&gt;" in body


def test_the_page_needs_as_many_queries_for_many_lots_as_for_one(client, city, editor):
    take(city, Lot(condition="Kvinnor"))
    few = queries_of(client, url(city))
    for lots in range(2):
        take(city, *(Lot(f"LOT-{number}", condition="Kvinnor") for number in range(lots + 3)))
    for lot in ("LOT-1", "LOT-2"):
        send(client, city, form_of(client, city, lot), decision="confirmed", reason="Read")

    assert queries_of(client, url(city)) == few <= MOST
