import pytest
from django.core.exceptions import ValidationError

from tests.factories import CityFactory
from ulg.models import City
from ulg.services import cities

pytestmark = pytest.mark.django_db


def test_a_city_is_opened_with_what_is_known():
    cities.open_city("lund", name="Lund", language="sv", currency="SEK", country="SE")

    city = City.objects.get()
    assert (city.slug, city.name, city.language, city.currency, city.revision) == ("lund", "Lund", "sv", "SEK", 1)


@pytest.mark.parametrize("slug", ["accounts", "static", "health", "demo", "å", ""])
def test_an_address_that_the_portal_needs_or_that_is_none_is_refused(slug):
    with pytest.raises(ValidationError) as refused:
        cities.open_city(slug, name="Lund", language="sv")

    assert list(refused.value.message_dict) == ["slug"]


def test_two_cities_cannot_have_one_address():
    CityFactory(slug="lund")

    with pytest.raises(ValidationError) as refused:
        cities.open_city("lund", name="Lund", language="sv")

    assert refused.value.message_dict == {"slug": ["There is already a city at this address. Choose another."]}
