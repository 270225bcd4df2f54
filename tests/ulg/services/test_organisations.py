import pytest

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.models import Organisation
from ulg.services.organisations import add_organisation

pytestmark = pytest.mark.django_db
FACTS = {"name": "The chamber", "sector": "private", "kind": "business_organisation"}


def test_an_organisation_is_added_to_the_city():
    by = MembershipFactory()

    added = add_organisation(by.city, **FACTS, by=by)

    assert (added.city, added.name, added.sector, added.kind, added.updated_by) == (by.city, *FACTS.values(), by)


def test_what_somebody_else_has_just_added_is_found_and_not_added_twice():
    by = MembershipFactory()
    there = OrganisationFactory(city=by.city, name="the Chamber")

    assert add_organisation(by.city, **FACTS, by=by) == there
    assert Organisation.objects.count() == 1


def test_another_city_may_have_an_organisation_of_the_same_name():
    by = MembershipFactory()
    there = OrganisationFactory(name="The chamber")

    assert add_organisation(by.city, **FACTS, by=by) != there
