import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.factories import InvitationFactory, MembershipFactory, OrganisationFactory, UserFactory
from tests.sent_forms import confirm, forms_of
from ulg.forms.members import MemberForm
from ulg.models import Membership, Organisation
from ulg.roles import Role
from ulg.services import members

pytestmark = pytest.mark.django_db
MAJA = {"email": "maja@example.org", "name": "Maja", "role": "member", "function": "buyer"}


@pytest.fixture
def coordinator(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(seat.user)
    return seat


def url(name, seat, *more):
    return reverse(f"ulg:{name}", args=[seat.city.slug, *more])


def told(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize(("role", "status"), [(role, 302 if role == Role.COORDINATOR else 403) for role in Role])
def test_adding_a_member_needs_the_coordinator(client, role, status):
    seat = MembershipFactory(role=role)
    client.force_login(seat.user)

    assert client.post(url("member-add", seat), MAJA).status_code == status


def test_an_added_member_has_a_seat_and_gets_a_mail(client, coordinator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url("member-add", coordinator), MAJA)

    seat = Membership.objects.get(user__email="maja@example.org")
    assert (response.status_code, seat.role, seat.function, seat.city) == (302, Role.MEMBER, "buyer", coordinator.city)
    assert [message.to for message in mail.outbox] == [["maja@example.org"]]


@pytest.mark.django_db(transaction=True)
def test_the_page_says_that_the_mail_is_on_its_way(client):
    seat = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(seat.user)

    response = client.post(url("member-add", seat), MAJA, follow=True)

    assert told(response) == ["Maja is a member of the group. Invitation sent to maja@example.org."]


@pytest.mark.django_db(transaction=True)
def test_the_page_says_that_the_mail_could_not_be_sent(client, settings):
    settings.EMAIL_BACKEND = "tests.ulg.services.test_members.BrokenBackend"
    seat = MembershipFactory(role=Role.COORDINATOR)
    client.force_login(seat.user)

    response = client.post(url("member-add", seat), MAJA, follow=True)

    assert told(response) == [
        "Maja is a member of the group. The invitation could not be sent to maja@example.org. "
        "Send it again later, from the person's page."
    ]


def test_a_new_organisation_is_added_with_the_member(client, coordinator):
    client.post(
        url("member-add", coordinator),
        MAJA | {"new_organisation": "The union", "sector": "civic", "kind": "union"},
    )

    seat = Membership.objects.get(user__email="maja@example.org")
    assert (seat.organisation.name, seat.organisation.sector, seat.organisation.city) == (
        "The union",
        "civic",
        coordinator.city,
    )


def test_a_closed_person_is_refused_at_the_address_and_nothing_is_half_made(client, coordinator):
    closed = MembershipFactory(user__is_active=False)

    response = client.post(
        url("member-add", coordinator),
        MAJA | {"email": closed.user.email, "new_organisation": "The union", "sector": "civic", "kind": "union"},
    )

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["email"])
    assert (Membership.objects.in_city(coordinator.city).count(), Organisation.objects.count()) == (1, 0)


def test_an_organisation_of_another_city_cannot_be_given(client, coordinator):
    response = client.post(url("member-add", coordinator), MAJA | {"organisation": OrganisationFactory().pk})

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["organisation"])


def test_what_is_wrong_is_listed_on_top_with_a_link_to_its_field(client, coordinator):
    text = client.post(url("member-add", coordinator), {}).content.decode()

    assert [f'<a href="#{target}">' in text for target in ("id_email", "id_name", "id_role_0")] == [True] * 3
    assert "Correct 3 errors" in text


def test_a_members_role_organisation_and_function_are_changed(client, coordinator):
    seat = MembershipFactory(city=coordinator.city)
    organisation = OrganisationFactory(city=coordinator.city)

    response = client.post(
        url("member", coordinator, seat.pk),
        {"role": "editor", "organisation": organisation.pk, "function": "buyer", "revision": 1},
    )

    seat.refresh_from_db()
    assert response.status_code == 302
    assert (seat.role, seat.organisation, seat.function, seat.revision, seat.updated_by) == (
        Role.EDITOR,
        organisation,
        "buyer",
        2,
        coordinator,
    )


def test_two_coordinators_with_different_wishes_see_both(client, coordinator):
    seat = MembershipFactory(city=coordinator.city)
    client.post(url("member", coordinator, seat.pk), {"role": "editor", "revision": 1})

    response = client.post(url("member", coordinator, seat.pk), {"role": "observer", "revision": 1})

    seat.refresh_from_db()
    assert (response.status_code, seat.role) == (409, Role.EDITOR)


def test_the_only_coordinator_cannot_give_the_role_away(client, coordinator):
    response = client.post(url("member", coordinator, coordinator.pk), {"role": "member", "revision": 1})

    coordinator.refresh_from_db()
    assert (response.status_code, coordinator.role) == (422, Role.COORDINATOR)


def test_ending_a_membership_asks_first(client, coordinator):
    seat = MembershipFactory(city=coordinator.city)

    response = client.get(url("member-end", coordinator, seat.pk))

    seat.refresh_from_db()
    assert (response.status_code, seat.ended_at, "Remove from group" in response.content.decode()) == (200, None, True)


def test_an_ended_member_gets_in_no_more(client, coordinator):
    seat = MembershipFactory(city=coordinator.city)

    confirm(client, client.get(url("member-end", coordinator, seat.pk)))

    client.force_login(seat.user)
    assert client.get(url("group", seat)).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"revision": 1}, {"revision": 1, "confirmation": "yes"}])
def test_a_seat_is_ended_from_the_page_that_asks_only(client, coordinator, sent):
    seat = MembershipFactory(city=coordinator.city)

    response = client.post(url("member-end", coordinator, seat.pk), sent)

    seat.refresh_from_db()
    assert (response.status_code, seat.ended_at) == (422, None)
    assert "Remove from group" in response.content.decode()


def test_a_confirmation_is_good_for_its_own_page_only(client, coordinator):
    seats = [MembershipFactory(city=coordinator.city) for _each in range(2)]
    asking = client.get(url("member-end", coordinator, seats[0].pk))
    [sent] = [form.fields for form in forms_of(asking.content, "") if "confirmation" in form.fields]

    client.post(url("member-end", coordinator, seats[1].pk), sent)

    assert not Membership.objects.former().exists()


def test_ending_twice_is_said_and_done_once(client, coordinator):
    seat = MembershipFactory(city=coordinator.city)
    asking = client.get(url("member-end", coordinator, seat.pk))

    answers = [confirm(client, asking) for _time in range(2)]

    assert [(each.status_code, each.url) for each in answers] == [(302, url("group", coordinator))] * 2


def test_the_only_coordinator_is_told_what_to_do_first(client, coordinator):
    response = client.post(url("member-end", coordinator, coordinator.pk), {"revision": 1})

    coordinator.refresh_from_db()
    assert (response.status_code, coordinator.ended_at) == (409, None)
    assert "Make somebody else a coordinator first." in response.content.decode()


def test_a_former_member_is_taken_back(client, coordinator):
    seat = MembershipFactory(city=coordinator.city, ended_at=timezone.now())

    client.post(url("member-return", coordinator, seat.pk))

    seat.refresh_from_db()
    assert seat.ended_at is None


def test_an_invitation_is_sent_again(client, coordinator, django_capture_on_commit_callbacks):
    old = InvitationFactory(membership__city=coordinator.city)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url("member-invite", coordinator, old.membership.pk))

    assert [message.to for message in mail.outbox] == [[old.membership.user.email]]


@pytest.mark.parametrize("name", ["member", "member-end", "member-return", "member-invite"])
def test_the_seats_of_another_city_are_not_to_be_touched(client, coordinator, name):
    elsewhere = MembershipFactory(ended_at=timezone.now() if name == "member-return" else None)

    response = client.post(url(name, coordinator, elsewhere.pk), {"role": "observer", "revision": 1})

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["member", "member-end"])
def test_the_pages_of_a_member_ask_few_questions(client, coordinator, name, django_assert_max_num_queries):
    invitation = InvitationFactory(membership__city=coordinator.city)

    with django_assert_max_num_queries(12):
        client.get(url(name, coordinator, invitation.membership.pk))


@pytest.mark.parametrize("spelling", ["Maja\u200b@example.org", "maja＠example．org"], ids=ascii)
def test_whoever_is_in_the_group_is_known_by_every_spelling(client, coordinator, spelling):
    MembershipFactory(city=coordinator.city, user=UserFactory(email="maja@example.org"))

    response = client.post(url("member-add", coordinator), {**MAJA, "email": spelling})

    assert response.context["form"].errors["email"] == ["This person is already in the group."]


@pytest.mark.parametrize(
    ("field", "written"), [("name", "\u200b\u2060"), ("name", "\u3164"), ("email", "\u200b")], ids=ascii
)
def test_a_name_or_address_in_which_nothing_is_seen_is_refused(client, coordinator, field, written):
    response = client.post(url("member-add", coordinator), {**MAJA, field: written})

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_own_seat_that_two_windows_end_at_once_leads_home_from_both(client, coordinator, monkeypatch):
    MembershipFactory(city=coordinator.city, role=Role.COORDINATOR)
    end = members.end_membership

    def after_the_other_window(membership, **about):
        end(membership, **about)
        return end(membership, **about)

    monkeypatch.setattr(members, "end_membership", after_the_other_window)

    response = confirm(client, client.get(url("member-end", coordinator, coordinator.pk)))

    assert (response.status_code, response.url) == (302, reverse("home"))


def test_role_that_only_one_is_left_to_hold_is_refused_at_its_field(client, coordinator, monkeypatch):
    other = MembershipFactory(city=coordinator.city, role=Role.COORDINATOR)
    is_valid = MemberForm.is_valid

    def then_the_other_goes(form):
        found = is_valid(form)
        Membership.objects.filter(pk=other.pk).update(role=Role.EDITOR)
        return found

    monkeypatch.setattr(MemberForm, "is_valid", then_the_other_goes)

    response = client.post(url("member", coordinator, coordinator.pk), {"role": Role.EDITOR, "revision": 1})

    coordinator.refresh_from_db()
    assert (response.status_code, coordinator.role) == (422, Role.COORDINATOR)
    assert list(response.context["form"].errors) == ["role"]
