import pytest

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.forms.members import AddMemberForm, MeForm, MemberForm
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def add_form(city, **changes):
    typed = {"email": "maja@example.org", "name": "Maja", "role": "member"} | changes
    return AddMemberForm(typed, city=city)


def test_a_member_needs_address_name_and_role_only():
    seat = MembershipFactory()
    form = add_form(seat.city)

    assert form.is_valid()
    assert (form.seat, form.organisation_to_add) == (
        {"email": "maja@example.org", "name": "Maja", "role": "member", "function": ""},
        None,
    )


@pytest.mark.parametrize(
    ("typed", "faulty"),
    [
        ({"email": "nonsense"}, ["email"]),
        ({"role": "king"}, ["role"]),
        ({"name": "x" * 121}, ["name"]),
        ({"new_organisation": "New one"}, ["sector", "kind"]),
        ({"new_organisation": "New one", "sector": "civic", "kind": "nonsense"}, ["kind"]),
        ({"new_organisation": "listed", "sector": "civic", "kind": "ngo"}, ["new_organisation"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field(typed, faulty):
    city = OrganisationFactory(name="Listed").city

    assert list(add_form(city, **typed).errors) == faulty


def test_one_organisation_is_chosen_or_written_not_both():
    organisation = OrganisationFactory()
    both = {"organisation": organisation.pk, "new_organisation": "New", "sector": "civic", "kind": "ngo"}

    assert list(add_form(organisation.city, **both).errors) == ["new_organisation"]


def test_somebody_of_the_group_is_not_added_again_however_the_address_is_typed():
    seat = MembershipFactory(user__email="maja@example.org")

    assert add_form(seat.city, email="Maja@Example.org").errors == {"email": ["This person is already in the group."]}


def test_the_organisations_to_choose_from_are_the_citys_own():
    seat = MembershipFactory()
    here, elsewhere = OrganisationFactory(city=seat.city), OrganisationFactory()

    for form in (AddMemberForm(city=seat.city), MemberForm(instance=seat)):
        assert (list(form.fields["organisation"].queryset), elsewhere in form.fields["organisation"].queryset) == (
            [here],
            False,
        )


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("name", ("Maja Ek", "buyer", "City office")),
        ("function", ("", "buyer", "City office")),
        ("organisation", ("", "", "City office")),
        ("anonymous", ("", "", "")),
    ],
)
def test_a_name_form_shows_no_more_than_it_says(form, parts):
    seat = MembershipFactory(user__name="Maja Ek", function="buyer")
    seat.organisation = OrganisationFactory.build(name="City office")

    assert seat.standing_as(form) == dict(zip(("name", "function", "organisation"), parts, strict=True))


def test_each_name_form_is_explained_by_how_i_would_stand():
    seat = MembershipFactory(user__name="<b>Maja</b>", function="buyer")

    labels = [str(label) for _value, label in MeForm(instance=seat).fields["published_as"].choices]

    assert [
        value for value, _label in MeForm(instance=seat).fields["published_as"].choices
    ] == Membership.PublishedAs.values
    assert "In the list: &lt;b&gt;Maja&lt;/b&gt;, buyer" in labels[0]
    assert "You are not in the list of the group." in labels[3]


def test_the_only_coordinator_cannot_become_something_else():
    seat = MembershipFactory(role=Role.COORDINATOR)
    form = MemberForm({"role": "editor", "revision": 1}, instance=seat)

    assert list(form.errors) == ["role"]
