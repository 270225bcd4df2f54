import pytest

from tests.factories import CityFactory
from ulg.forms.cities import CityForm

pytestmark = pytest.mark.django_db


def form(city, **changes):
    typed = {
        "name": "Lund",
        "kind": "municipality",
        "country": "se",
        "language": "sv",
        "currency": "sek",
        "time_zone": "Europe/Stockholm",
        "aliases": "Lunds kommun\nLunds stad",
        "revision": city.revision,
    }
    return CityForm(typed | changes, instance=city)


def test_codes_become_capitals_and_names_a_list():
    filled = form(CityFactory())

    assert filled.is_valid()
    assert (filled.changes["country"], filled.changes["currency"], filled.changes["aliases"]) == (
        "SE",
        "SEK",
        ["Lunds kommun", "Lunds stad"],
    )


@pytest.mark.parametrize(
    ("name", "typed"),
    [("country", "Sweden"), ("country", "S1"), ("currency", "kr"), ("time_zone", "Mars/Olympus"), ("language", "xx")],
)
def test_a_code_that_does_not_exist_is_refused_at_its_field(name, typed):
    assert list(form(CityFactory(), **{name: typed}).errors) == [name]


def test_a_time_zone_outside_europe_that_the_city_has_stays():
    city = CityFactory(time_zone="America/Cayenne")

    assert form(city, time_zone="America/Cayenne").is_valid()
