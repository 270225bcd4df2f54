"""The search of every list: it finds what is there however it is typed, stays in the address, and says what to do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml.html import document_fromstring as document

from tests import factories
from tests.actionplan.views.kinds import log_in
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Listing:
    """A list, how a row of it is made, and the name of its pages in the address."""

    address: str
    factory: type
    name: str = "title"
    page: str = "page"
    has_plan: bool = True

    def make(self, city, words, **fields):
        where = {"plan": city.plan} if self.has_plan else {"city": city}
        return self.factory(**where, **{self.name: words}, **fields)


LISTS = {
    "findings": Listing("actionplan:findings", factories.FindingFactory),
    "barriers": Listing("actionplan:barriers", factories.BarrierFactory),
    "solutions": Listing("actionplan:solutions", factories.SolutionFactory),
    "objectives": Listing("actionplan:actions", factories.ObjectiveFactory, page="objectives"),
    "actions": Listing("actionplan:actions", factories.ActionFactory),
    "indicators": Listing("actionplan:actions", factories.IndicatorFactory, page="indicators"),
    "members": Listing("ulg:group", factories.MembershipFactory, "user__name", has_plan=False),
    "organisations": Listing("ulg:organisations", factories.OrganisationFactory, "name", has_plan=False),
    "former members": Listing("ulg:former-members", factories.MembershipFactory, "user__name", has_plan=False),
}
each_list = pytest.mark.parametrize("name", LISTS)


def row(name, city, words):
    fields = {"ended_at": timezone.now()} if name == "former members" else {}
    return LISTS[name].make(city, words, **fields)


@pytest.fixture
def city():
    return factories.PlanFactory().city


def ask(client, name, city, words):
    return document(client.get(reverse(LISTS[name].address, args=[city.slug]), {"q": words}).content)


def text(page):
    return " ".join(page.xpath("//main")[0].text_content().split())


@each_list
@pytest.mark.parametrize(
    "typed",
    [
        "jamstalld",
        "JA\u0308MSTA\u0308LLD",
        "2027-2030",
        "dont",
        "“dont”",
        "lodz jämställd",
        "12000",
        "  stalld\u200b  dont ",
    ],
)
def test_every_list_finds_it_however_it_is_typed(client, city, name, typed):
    log_in(client, city, Role.COORDINATOR)
    row(name, city, "Jämställd Łódź 2027–2030, we don’t 12\u00a0000")
    row(name, city, "Something else")

    shown = text(ask(client, name, city, typed))

    assert ("Jämställd Łódź" in shown, "Something else" in shown) == (True, False)


@each_list
def test_every_list_says_what_to_do_where_nothing_fits(client, city, name):
    log_in(client, city, Role.COORDINATOR)
    row(name, city, "Something else")

    page = ask(client, name, city, "jämställd 100%")

    assert "You searched for “jämställd 100%”. Every word must be found." in text(page)
    links = page.xpath("//div[@class='empty']//a/@href")
    search = reverse("actionplan:search", args=[city.slug])
    assert links == [reverse(LISTS[name].address, args=[city.slug]), f"{search}?q=j%C3%A4mst%C3%A4lld%20100%25"]


@each_list
def test_every_list_keeps_the_query_in_its_pages_and_its_field(client, city, name):
    log_in(client, city, Role.COORDINATOR)
    for number in range(26):
        row(name, city, f"Word {number}")

    page = ask(client, name, city, "word")

    assert page.xpath("//main//input[@name='q']/@value") == ["word"]
    assert page.xpath("//a[@rel='next']/@href")[0].startswith(f"?q=word&{LISTS[name].page}=2")


@each_list
def test_every_list_takes_the_same_few_queries_while_it_is_searched(client, city, name):
    counts = []
    for rows in (1, 4):
        city = factories.PlanFactory().city
        log_in(client, city, Role.COORDINATOR)
        for number in range(rows):
            row(name, city, f"Word {number}")
        counts.append(queries_of(client, reverse(LISTS[name].address, args=[city.slug]) + "?q=word"))

    assert counts[0] == counts[1]
    assert counts[1] <= MOST


@each_list
def test_no_list_takes_a_wildcard_for_one(client, city, name):
    log_in(client, city, Role.COORDINATOR)
    row(name, city, "Something else")

    for typed in ("%", "_", "%thing", "S_mething"):
        assert "Something else" not in text(ask(client, name, city, typed))


@pytest.mark.parametrize("name", [name for name, each in LISTS.items() if each.has_plan])
def test_every_list_of_records_finds_a_code_however_it_is_typed(client, city, name):
    log_in(client, city, Role.COORDINATOR)
    code, *_others = [row(name, city, f"Number {number}.").code for number in range(1, 13)]
    letter = code[0]

    for typed in (code, f"{letter}01", f"{letter.lower()} 1", f"{letter}1", f"{letter}–01"):
        shown = text(ask(client, name, city, typed))
        assert ("Number 1." in shown, "Number 2." in shown, "Number 11." in shown) == (True, False, False)


def test_a_list_finds_words_in_any_text_of_a_record(client, city):
    log_in(client, city)
    factories.ActionFactory(plan=city.plan, title="First", lead="Upphandlingsenheten", risk="Ont om tid")
    factories.ActionFactory(plan=city.plan, title="Second", lead="Upphandlingsenheten")

    shown = text(ask(client, "actions", city, "tid enhet"))

    assert ("First" in shown, "Second" in shown) == (True, False)


def test_the_actions_page_shows_each_objective_that_is_looked_for_also_one_that_is_served(client, city):
    log_in(client, city)
    objective = factories.ObjectiveFactory(plan=city.plan, title="Fair terms")
    factories.ActionFactory(plan=city.plan, objective=objective, title="Something")

    page = ask(client, "objectives", city, "fair")

    assert page.xpath("//section[@id='objectives']//h3/a/text()") == ["O-01 Fair terms"]
    assert "1 found" in text(page)


def test_scripts_get_the_count_of_all_three_kinds(client, city):
    log_in(client, city)
    for name in ("actions", "objectives", "indicators"):
        row(name, city, "Word")

    response = client.get(
        reverse("actionplan:actions", args=[city.slug]), {"q": "word"}, headers={"HX-Request": "true"}
    )

    assert '<p id="found" hx-swap-oob="innerHTML">3 found</p>' in response.content.decode()


@pytest.mark.parametrize("role", Role)
def test_the_group_finds_an_address_only_for_whoever_may_see_it(client, city, role):
    log_in(client, city, role)
    factories.MembershipFactory(city=city, user__name="Anna", user__email="hidden@example.org")

    shown = text(ask(client, "members", city, "hidden@"))

    assert ("Anna" in shown) is (role == Role.COORDINATOR)
