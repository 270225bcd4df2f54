"""The page that searches a city, and its field in the head of every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml.html import document_fromstring as document

from actionplan.models import Section
from tests import factories
from tests.actionplan.views.kinds import KINDS, log_in
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory, PlanFactory, SectionFactory
from tests.places import build
from tests.queries import MOST, queries_of
from ulg.models import City
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(city__language="sv")


@pytest.fixture
def city(plan):
    return plan.city


@pytest.fixture
def ask(client, city) -> Callable:
    """The page of a search by somebody of the city."""

    def asked(words: str, role: Role = Role.OBSERVER, **more: object):
        seat = log_in(client, city, role)
        seat.user.language = "en"
        seat.user.save()
        client.cookies["language"] = "en"
        return document(client.get(url(city), {"q": words, **more}, headers={"Accept-Language": "en"}).content)

    return asked


def url(city: City) -> str:
    return reverse("actionplan:search", args=[city.slug])


def found(page) -> dict[str, list[str]]:
    """The headings of each group, by the group's kind."""
    return {
        group.get("id").removeprefix("found-"): [text(each) for each in group.xpath(".//h3")]
        for group in page.xpath("//section[starts-with(@id, 'found-')]")
    }


def text(element) -> str:
    return " ".join(element.text_content().split())


def test_everything_of_the_city_is_found_kind_by_kind(ask, plan):
    for kind in KINDS:
        kind.make(plan=plan, title=f"Likvärdig {kind.name}")
    SectionFactory(plan=plan, code="vision", text="<p>En likvärdig stad</p>")
    anna = MembershipFactory(city=plan.city, user__name="Anna Likvärdig")
    organisation = factories.OrganisationFactory(city=plan.city, name="Likvärdig förening")
    CommentFactory(record=BarrierFactory(plan=plan, title="Annat"), author=anna, text="Inte likvärdigt nog")

    page = ask("likvardig")

    assert found(page) == {
        "finding": ["Likvärdig finding N-01"],
        "barrier": ["Likvärdig barrier H-01"],
        "solution": ["Likvärdig solution L-01"],
        "objective": ["Likvärdig objective M-01"],
        "action": ["Likvärdig action Å-01"],
        "indicator": ["Likvärdig indicator I-01"],
        "section": ["1.5 Vision"],
        "comment": ["Comment by Anna Likvärdig"],
        "person": ["Anna Likvärdig"],
        "organisation": [organisation.name],
    }


@pytest.mark.parametrize("typed", ["H-01", "h01", "h 1", "H1", "H–01", "B-01", "b1"])
def test_a_code_leads_to_its_record_first(ask, plan, typed):
    factories.FindingFactory(plan=plan, title="Behind H-01")
    BarrierFactory(plan=plan, title="The barrier")
    BarrierFactory(plan=plan, title="Another beside B-01 and H-01")

    groups = found(ask(typed))

    assert next(iter(groups)) == "barrier"
    assert groups["barrier"] == ["The barrier H-01", "Another beside B-01 and H-01 H-02"]


def test_each_hit_leads_to_its_page(ask, plan):
    section = SectionFactory(plan=plan, code="vision", text="<p>Ord</p>")
    barrier = BarrierFactory(plan=plan, title="Ord")
    comment = CommentFactory(record=barrier, text="Ord")
    on_section = CommentFactory(plan=plan, record=section, text="Ord")

    page = ask("ord")

    links = page.xpath("//section[starts-with(@id, 'found-')]//a/@href")
    assert links == [each.get_absolute_url() for each in (barrier, section, on_section, comment)]


def test_the_words_are_marked_where_they_stand_and_nothing_is_markup(ask, plan):
    BarrierFactory(plan=plan, title="<b>Lots</b> & more", description="<script>alert(1)</script> för stora lots")

    page = ask("lots")

    assert page.xpath("//mark/text()") == ["Lots", "lots"]
    [group] = page.xpath("//section[@id='found-barrier']")
    assert text(group.xpath(".//h3")[0]) == "<b>Lots</b> & more H-01"
    assert text(group.xpath(".//li/p")[0]) == "<script>alert(1)</script> för stora lots"
    assert group.xpath(".//script | .//b") == []


def test_the_query_is_shown_as_typed_and_is_no_markup(ask):
    page = ask('"><script>alert(1)</script>')

    assert page.xpath("//main//input[@name='q']/@value") == ['"><script>alert(1)</script>']
    assert page.xpath("//main//script") == []


def test_what_was_taken_out_or_withdrawn_or_ended_is_not_found(ask, plan):
    now = timezone.now()
    for kind in KINDS:
        kind.make(plan=plan, title="Gone", removed_at=now)
    CommentFactory(record=BarrierFactory(plan=plan), text="Gone", withdrawn_at=now)
    MembershipFactory(city=plan.city, user__name="Gone", ended_at=now)

    page = ask("gone")

    assert found(page) == {}
    assert "Nothing found for “gone”" in text(page)


def test_a_comment_on_what_was_taken_out_is_found_with_it(ask, plan):
    """Its record's page stays open to the group, with the comments on it."""
    CommentFactory(record=BarrierFactory(plan=plan, removed_at=timezone.now(), title="Old"), text="Said then")

    page = ask("said")

    assert text(page.xpath("//section[@id='found-comment']//li/p")[0]).startswith("H-01 Old")


def test_nothing_of_another_city_is_ever_found(client):
    here, elsewhere = build("here"), build("elsewhere")
    for kind in KINDS:
        kind.make(plan=elsewhere.plan, title="Secretword")
    BarrierFactory(plan=here.plan, title="Secretword of ours")
    CommentFactory(record=BarrierFactory(plan=elsewhere.plan), text="Secretword")
    MembershipFactory(city=elsewhere.city, user__name="Secretword")
    factories.OrganisationFactory(city=elsewhere.city, name="Secretword")
    section = Section.objects.get(plan=elsewhere.plan, code="vision")
    saving.save(section, {"text": "<p>Secretword</p>"}, seen=section.revision, by=elsewhere.seats[Role.EDITOR])

    for role in Role:
        client.force_login(here.seats[role].user)
        page = document(client.get(url(here.city), {"q": "secretword"}).content)
        assert [each.split(" ")[-1] for each in found(page)["barrier"]] == ["B-05"]
        assert list(found(page)) == ["barrier"]
        assert client.get(url(elsewhere.city), {"q": "secretword"}).status_code == 404


@pytest.mark.parametrize("role", Role)
def test_an_address_is_found_by_whoever_may_see_it(ask, city, role):
    member = MembershipFactory(city=city, user__name="Anna", user__email="anna.secret@example.org")

    page = ask("anna.secret", role)

    is_shown = role == Role.COORDINATOR
    assert found(page) == ({"person": ["Anna"]} if is_shown else {})
    page = ask("Anna", role)
    links = page.xpath("//section[@id='found-person']//a/@href")
    group = reverse("ulg:group", args=[city.slug])
    assert links == [f"{group}{member.pk}/" if is_shown else f"{group}?q=Anna"]


def test_somebody_without_a_name_is_called_by_the_address(ask, plan):
    author = MembershipFactory(city=plan.city, user__name="", user__email="new@xn--hyrule-bua.example.org")
    CommentFactory(record=BarrierFactory(plan=plan), author=author, text="Word")

    assert found(ask("word"))["comment"] == [f"Comment by {author}"]
    assert found(ask(str(author)))["person"] == [str(author)]


def test_many_are_shown_a_page_at_a_time_and_the_query_stays(ask, plan):
    for number in range(20):
        BarrierFactory(plan=plan, title=f"Many {number}")
        factories.SolutionFactory(plan=plan, title=f"Many {number}")
    MembershipFactory(city=plan.city, user__name="Many")

    pages = [ask("many", page=number) for number in (1, 2, 99, "x")]

    assert [{kind: len(hits) for kind, hits in found(page).items()} for page in pages] == [
        {"barrier": 20, "solution": 5},
        {"solution": 15, "person": 1},
        {"solution": 15, "person": 1},
        {"barrier": 20, "solution": 5},
    ]
    assert pages[0].xpath("//a[@rel='next']/@href") == ["?q=many&page=2#main"]


def test_words_on_their_own_say_what_can_be_sought(ask, plan):
    BarrierFactory(plan=plan, title="Any")

    for typed in ("", "  ", "”"):
        page = ask(typed)
        assert (found(page), page.xpath("//*[@id='results']")) == ({}, [])


def test_a_long_query_is_cut_and_says_so(ask, plan):
    BarrierFactory(plan=plan, title="Word")

    page = ask("word " + " ".join(map(str, range(100, 140))))

    assert "only the first 12 words were used" in text(page)


@pytest.mark.parametrize("typed", ["%", "_", "\\", "%%%", "a_b", "\x00", "😀", "'; DROP TABLE x; --", "x" * 9000])
def test_any_query_is_taken_by_its_letters(ask, plan, typed):
    BarrierFactory(plan=plan, title="Nothing of that kind: axb")

    assert found(ask(typed)) == {}


@pytest.mark.parametrize("role", Role)
def test_it_takes_the_same_few_queries_for_one_hit_and_for_many(client, role):
    counts = []
    for rows in (1, 4):
        plan = PlanFactory()
        section = SectionFactory(plan=plan, text="<p>word</p>")
        for row in range(rows):
            for kind in KINDS:
                CommentFactory(plan=plan, record=section, text="word")
                kind.make(plan=plan, title="word")
            MembershipFactory(
                city=plan.city,
                user__name="word",
                organisation=factories.OrganisationFactory(city=plan.city, name=f"word {row}"),
            )
        log_in(client, plan.city, role)
        counts.append(queries_of(client, f"{url(plan.city)}?q=word"))

    assert counts[0] == counts[1]
    assert counts[1] <= MOST


@pytest.mark.parametrize("role", Role)
def test_the_field_is_in_the_head_of_every_page_of_the_city(client, city, role):
    log_in(client, city, role)

    for name in ("actionplan:overview", "actionplan:barriers", "ulg:group", "ulg:me"):
        page = document(client.get(reverse(name, args=[city.slug])).content)
        [form] = page.xpath("//header//form[@role='search']")
        assert (form.get("action"), form.get("method"), form.xpath(".//input/@name")) == (url(city), "get", ["q"])


def test_the_head_keeps_no_word_of_anybody(client, city):
    log_in(client, city)
    client.get(url(city), {"q": "private words"})
    log_in(client, city)

    for address in (url(city), reverse("actionplan:overview", args=[city.slug])):
        assert "private words" not in client.get(address).content.decode()


def test_strangers_see_no_field(client, city):
    published = reverse("actionplan:published", args=[city.slug])

    for page in (client.get(published), client.get(reverse("home"))):
        assert document(page.content).xpath("//form[@role='search']") == []
