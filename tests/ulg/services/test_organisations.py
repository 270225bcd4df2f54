import pytest

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.models import Organisation
from ulg.services.organisations import add_organisation
from ulg.writing import saving

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


def test_organisation_that_is_given_the_name_while_it_is_added_is_the_one_that_is_found(monkeypatch):
    coordinator = MembershipFactory()
    other = OrganisationFactory(city=coordinator.city, name="Union")
    create = saving.create

    def after_the_other_is_renamed(record, **about):
        Organisation.objects.filter(pk=other.pk).update(name=FACTS["name"])
        return create(record, **about)

    monkeypatch.setattr(saving, "create", after_the_other_is_renamed)

    assert add_organisation(coordinator.city, **FACTS, by=coordinator) == other
