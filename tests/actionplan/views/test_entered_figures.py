from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from lxml import html

from actionplan.models import EnteredFigure
from actionplan.notices.archives import File
from actionplan.services import entered_figures, notices
from tests import notices as made
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import EnteredFigureFactory, PlanFactory
from tests.notices import Lot
from tests.queries import MOST, queries_of
from ulg.models import Deed, Event
from ulg.roles import Role

pytestmark = pytest.mark.django_db
MORE_THAN_SOCIAL = "This is more than those with a social aim. Gender equality is one of the social aims."
MORE_TOGETHER = "With those that have a social aim, this is more than the total."
WRITERS = {Role.EDITOR, Role.COORDINATOR}


@pytest.fixture
def city():
    return PlanFactory(city__currency="SEK").city


def url(city, name: str = "figures", *parts) -> str:
    return reverse(f"actionplan:{name}", args=[city.slug, *parts])


def sent(**changes: str) -> dict[str, str]:
    said = {"year": "2023", "measure": "procedures", "total": "96", "source": "Register", "source_on": "2025-02-14"}
    return {**said, **changes}


def add(client, city, **changes: str):
    return client.post(url(city, "entered-figure-add"), sent(**changes))


def errors(response) -> dict[str, list[str]]:
    assert response.status_code == 422
    return dict(response.context["form"].errors)


def table(client, city, title: str) -> list[list[str]]:
    page = html.fromstring(client.get(url(city)).content)
    rows = page.xpath(f"//table[caption='{title}']//tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def take(city, *found: made.Notice) -> None:
    list(notices.import_files(city, [File("a.xml", each.xml()) for each in found], by=None))


@each_role
def test_whoever_edits_the_plan_enters_a_figure(client, city, role):
    log_in(client, city, role)

    response = add(client, city, social="17", gender="2", not_stated="23")

    assert response.status_code == (302 if role in WRITERS else 403)
    found = EnteredFigure.objects.values_list("year", "measure", "currency", "total", "social", "gender", "not_stated")
    assert list(found) == ([(2023, "procedures", "", 96, 17, 2, 23)] if role in WRITERS else [])


@each_role
def test_everybody_reads_a_figure_with_its_source(client, city, role):
    figure = EnteredFigureFactory(city=city, remark="Without direct awards.", gender=Decimal(0))
    log_in(client, city, role)

    shown = client.get(url(city, "entered-figure", figure.pk)).content.decode()

    told = [" ".join(each.text_content().split()) for each in html.fromstring(shown).xpath("//dl//dd")]
    assert told[:6] == ["96", "not known", "0", "not known", "Register", "14 February 2025"]
    assert told[6] == "Without direct awards."
    assert ("Remove the figure" in shown) is (role in WRITERS)


def test_numbers_are_taken_as_people_write_them(client, city):
    log_in(client, city)

    add(client, city, measure="awarded", currency="sek", total="-1 234 567,50", social="")
    add(client, city, total="1,234", year="2022")

    [figure] = EnteredFigure.objects.all()
    assert (figure.total, figure.currency, figure.social) == (Decimal("-1234567.50"), "SEK", None)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"social": "97"}, {"social": ["This is more than the total."]}),
        ({"gender": "3", "social": "2"}, {"gender": [MORE_THAN_SOCIAL]}),
        ({"social": "50", "not_stated": "47"}, {"not_stated": [MORE_TOGETHER]}),
        ({"total": "-1"}, {"total": ["This cannot be less than zero."]}),
        ({"total": "1,5"}, {"total": ["A number of procedures or lots is a whole number."]}),
        ({"total": ""}, {"total": ["Write at least one number. What is not known stays empty."]}),
        ({"measure": "spend", "total": "-5", "currency": "SEK"}, {"total": ["This cannot be less than zero."]}),
        ({"measure": "spend"}, {"currency": ["Write the currency of the value."]}),
        ({"source": ""}, {"source": ["Write where the figure comes from."]}),
        ({"source_on": ""}, {"source_on": ["Write the date of the source."]}),
    ],
)
def test_what_cannot_be_right_is_refused_with_words(client, city, changes, refused):
    log_in(client, city)

    assert errors(add(client, city, **changes)) == refused
    assert not EnteredFigure.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"social": 97},
        {"social": 1, "gender": 2},
        {"total": -1},
        {"total": None},
        {"measure": "spend"},
        {"currency": "SEK"},
        {"measure": "awarded", "currency": "SEK", "total": -5, "not_stated": 1},
    ],
)
def test_database_holds_what_must_never_be_false(city, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        EnteredFigureFactory(city=city, **fields)


def test_one_figure_is_entered_once(client, city):
    EnteredFigureFactory(city=city)
    log_in(client, city)

    response = add(client, city)
    add(client, city, division="45")

    assert list(errors(response)) == ["year"]
    assert list(EnteredFigure.objects.values_list("division", flat=True)) == ["", "45"]


def test_form_that_is_sent_twice_enters_one_figure(client, city):
    log_in(client, city)

    for _time in range(2):
        assert add(client, city, submission_key="c0ffee00-0000-4000-8000-000000000000").status_code == 302

    assert EnteredFigure.objects.count() == 1


def test_change_is_kept_in_the_history_and_told_as_an_event(client, city):
    figure = EnteredFigureFactory(city=city)
    by = log_in(client, city)

    client.post(url(city, "entered-figure-edit", figure.pk), {**sent(total="100"), "revision": "1"})

    figure.refresh_from_db()
    assert (figure.total, figure.revision, figure.updated_by) == (100, 2, by)
    assert list(Event.objects.of(figure).values_list("deed", "revision")) == [(Deed.ADDED, 1), (Deed.CHANGED, 2)]
    history = client.get(reverse("ulg:history", args=[city.slug, "enteredfigure", figure.pk])).content.decode()
    assert "changed total" in history


def test_two_who_change_one_number_are_both_shown(client, city):
    figure = EnteredFigureFactory(city=city)
    by = log_in(client, city)
    entered_figures.change(figure, {"total": Decimal(97)}, seen=1, by=by)

    response = client.post(url(city, "entered-figure-edit", figure.pk), {**sent(total="100"), "revision": "1"})

    assert response.status_code == 409
    assert EnteredFigure.objects.get().total == 97


def test_removed_figure_is_restored(client, city):
    figure = EnteredFigureFactory(city=city)
    log_in(client, city)

    asked = client.get(url(city, "entered-figure-remove", figure.pk)).content.decode()
    client.post(url(city, "entered-figure-remove", figure.pk), {"revision": "1"})
    without = table(client, city, "Procedures")
    client.post(url(city, "entered-figure-return", figure.pk), {"revision": "2"})

    assert "Remove Procedures 2023?" in asked
    assert (without, table(client, city, "Procedures")[1][1:]) == ([], ["not known"] * 4 + ["96"])


def test_removal_from_an_old_page_is_asked_again(client, city):
    figure = EnteredFigureFactory(city=city)
    entered_figures.change(figure, {"total": Decimal(97)}, seen=1, by=log_in(client, city))

    response = client.post(url(city, "entered-figure-remove", figure.pk), {"revision": "1"})

    assert (response.status_code, EnteredFigure.objects.current().count()) == (409, 1)


def test_figure_whose_place_is_taken_is_not_restored(client, city):
    by = log_in(client, city)
    removed = entered_figures.remove(EnteredFigureFactory(city=city), seen=1, by=by).record
    EnteredFigureFactory(city=city)

    response = client.post(url(city, "entered-figure-return", removed.pk), {"revision": "2"}, follow=True)

    assert "There is already such a figure of this year." in response.content.decode()
    assert EnteredFigure.objects.current().count() == 1


def test_entered_and_counted_years_stand_in_one_table_with_the_break_between_them(client, city):
    EnteredFigureFactory(city=city, social=Decimal(17), gender=Decimal(2), not_stated=Decimal(23))
    take(city, made.Notice([Lot(codes={"social-objective": ["gen-eq"]})], day="2024-02-01Z"))
    log_in(client, city, Role.OBSERVER)

    assert table(client, city, "Procedures") == [
        ["Year", "Gender equality", "Another social aim", "No social aim", "Not stated", "All"],
        ["2023entered by hand, Procedures 2023: Register, 14 February 2025", "2", "15", "56", "23", "96"],
        ["The series breaks here: another method, do not compare across this line."],
        ["2024counted from notices", "1", "0", "0", "0", "1"],
    ]
    shown = " ".join(html.fromstring(client.get(url(city)).content).text_content().split())
    assert "The series breaks between 2023 and 2024 (“Procedures”)." in shown


def test_social_aims_without_gender_equality_stand_in_both_columns(client, city):
    EnteredFigureFactory(city=city, social=Decimal(17))
    log_in(client, city)

    [_head, [_year, *cells]] = table(client, city, "Procedures")

    assert cells == ["17Social aim, gender equality not known", "not known", "not known", "96"]


def test_year_that_is_counted_as_well_has_both_rows(client, city):
    EnteredFigureFactory(city=city, year=2024)
    take(city, made.Notice(day="2024-02-01Z"))
    log_in(client, city)

    rows = table(client, city, "Procedures")

    entered, broken, counted = rows[1:]
    assert [(row[0][:16], row[-1]) for row in (entered, counted)] == [
        ("2024entered by h", "96"), ("2024counted from", "1"),
    ]  # fmt: skip
    assert broken[0].startswith("The series breaks here")
    assert "The series breaks in 2024" in client.get(url(city)).content.decode()


def test_years_that_lie_among_each_other_are_said_to_be_made_in_two_ways(client, city):
    EnteredFigureFactory(city=city, year=2025)
    take(city, made.Notice(day="2024-02-01Z"))
    log_in(client, city)

    assert "Two methods stand side by side" in client.get(url(city)).content.decode()


def test_figure_of_one_division_stands_in_a_table_with_the_counted_years_of_it(client, city):
    EnteredFigureFactory(city=city, measure="lots", division="45")
    take(city, made.Notice([Lot(), Lot("LOT-0002", cpv="45000000")], day="2024-02-01Z"))
    log_in(client, city)

    rows = table(client, city, "Lots, CPV 45 Construction work")

    assert [(row[0][:4], row[-1]) for row in rows] == [
        ("Year", "All"), ("2023", "96"), ("The ", rows[2][-1]), ("2024", "1"),
    ]  # fmt: skip
    assert table(client, city, "Lots")[1][-1] == "2"


def test_value_is_written_as_money(client, city):
    EnteredFigureFactory(city=city, measure="spend", currency="SEK", total=Decimal("1234567.50"))
    log_in(client, city)

    assert table(client, city, "Spend in the ledger, SEK")[1][-1] == "1,234,567.50"


def test_figures_of_another_city_are_not_found(client, city):
    foreign = EnteredFigureFactory()
    log_in(client, city)

    for name in ("entered-figure", "entered-figure-edit", "entered-figure-remove"):
        assert client.get(url(city, name, foreign.pk)).status_code == 404


def test_pages_need_as_many_queries_for_many_figures_as_for_one(client, city):
    log_in(client, city)
    figure, counts = EnteredFigureFactory(city=city), []
    addresses = [url(city), url(city, "entered-figure", figure.pk)]

    for last in (2000, 2010):
        for year in range(last, last + 5):
            EnteredFigureFactory(city=city, year=year)
        counts.append([queries_of(client, address) for address in addresses])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST
