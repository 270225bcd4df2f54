import pytest
from django.core import mail

from tests.factories import CityFactory, InvitationFactory, MembershipFactory, OrganisationFactory, UserFactory
from ulg.models import Invitation, Membership, User
from ulg.roles import Role
from ulg.services import members
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return MembershipFactory(role=Role.COORDINATOR)


def add(by, **changes):
    facts = {"email": "maja@example.org", "name": "Maja", "role": Role.MEMBER}
    return members.add_member(by.city, **(facts | changes), by=by)


def test_a_new_member_gets_a_seat_with_all_that_was_said(coordinator):
    organisation = OrganisationFactory(city=coordinator.city)

    added = add(coordinator, role=Role.EDITOR, organisation=organisation, function="buyer")

    seat = Membership.objects.get(user__email="maja@example.org")
    assert (seat.pk, seat.city, seat.user.name, seat.role, seat.organisation, seat.function, seat.updated_by) == (
        added.pk,
        coordinator.city,
        "Maja",
        Role.EDITOR,
        organisation,
        "buyer",
        coordinator,
    )


def test_a_person_of_another_city_keeps_her_name_and_gets_a_second_seat(coordinator):
    elsewhere = MembershipFactory(user__email="maja@example.org", user__name="Maja Ek")

    added = add(coordinator, email="MAJA@example.org", name="Somebody")

    assert (added.user, added.user.name, User.objects.filter(email__iexact="maja@example.org").count()) == (
        elsewhere.user,
        "Maja Ek",
        1,
    )


def test_who_has_a_seat_is_not_added_again(coordinator):
    seat = MembershipFactory(city=coordinator.city)

    with pytest.raises(members.AlreadyMember):
        add(coordinator, email=seat.user.email)


def test_who_may_not_log_in_any_more_gets_no_seat(coordinator):
    closed = UserFactory(is_active=False)

    with pytest.raises(members.PersonClosed):
        add(coordinator, email=closed.email)

    assert not Membership.objects.filter(user=closed).exists()


def test_adding_a_former_member_gives_the_old_seat_back_as_said_now(coordinator, django_capture_on_commit_callbacks):
    seat = MembershipFactory(city=coordinator.city, role=Role.MEMBER)
    members.end_membership(seat, seen=1, by=coordinator)

    with django_capture_on_commit_callbacks(execute=True):
        added = add(coordinator, email=seat.user.email, role=Role.EDITOR)

    assert (added.pk, added.ended_at, added.role, len(mail.outbox)) == (seat.pk, None, Role.EDITOR, 1)


def test_the_invitation_is_mailed_when_the_seat_is_certain(coordinator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add(coordinator)

        assert mail.outbox == []

    invitation = Invitation.objects.get()
    assert ([message.to for message in mail.outbox], invitation.mailed_at is not None) == ([["maja@example.org"]], True)


def test_a_mail_that_cannot_be_sent_leaves_the_seat_and_says_so(
    coordinator, django_capture_on_commit_callbacks, settings, caplog
):
    settings.EMAIL_BACKEND = "tests.ulg.services.test_members.BrokenBackend"

    with django_capture_on_commit_callbacks(execute=True):
        added = add(coordinator)

    assert (added.invitations.get().mailed_at, Membership.objects.filter(pk=added.pk).exists()) == (None, True)
    assert "could not be sent" in caplog.text


class BrokenBackend:
    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_the_link_in_the_mail_is_the_one_that_is_kept(coordinator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        added = add(coordinator)

    link = next(line for line in mail.outbox[0].body.splitlines() if "/accounts/join/" in line)
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert Invitation.objects.with_token(token).membership == added
    assert token not in Invitation.objects.get().token_hash


def test_inviting_again_ends_the_link_that_was_sent_before(coordinator):
    old = InvitationFactory(membership__city=coordinator.city, token="old")

    members.invite(old.membership, by=coordinator)

    assert (Invitation.objects.with_token("old"), old.membership.invitations.count()) == (None, 1)


def test_an_invitation_is_accepted_once():
    invitation = InvitationFactory()

    assert [members.accept(invitation), members.accept(invitation)] == [True, False]


def test_an_ended_membership_is_no_seat_any_more_but_keeps_its_row(coordinator):
    seat = MembershipFactory(city=coordinator.city)

    outcome = members.end_membership(seat, seen=1, by=coordinator)

    assert isinstance(outcome, saving.Saved)
    assert list(Membership.objects.in_city(coordinator.city).current()) == [coordinator]
    assert list(Membership.objects.in_city(coordinator.city).former()) == [seat]


def test_ending_a_seat_that_changed_meanwhile_keeps_what_the_other_wrote(coordinator):
    seat = MembershipFactory(city=coordinator.city, function="old")
    saving.save(seat, {"function": "new"}, seen=1, by=coordinator)

    members.end_membership(seat, seen=1, by=coordinator)

    seat.refresh_from_db()
    assert (seat.function, seat.ended_at is not None) == ("new", True)


def test_the_last_coordinator_cannot_be_ended(coordinator):
    MembershipFactory(city=coordinator.city, role=Role.EDITOR)
    MembershipFactory(role=Role.COORDINATOR)  # in another city

    with pytest.raises(members.LastCoordinator):
        members.end_membership(coordinator, seen=1, by=coordinator)


def test_one_of_two_coordinators_can_be_ended(coordinator):
    other = MembershipFactory(city=coordinator.city, role=Role.COORDINATOR)

    members.end_membership(other, seen=1, by=coordinator)

    assert list(Membership.objects.in_city(coordinator.city).coordinators()) == [coordinator]


def test_a_coordinator_who_may_not_log_in_does_not_count(coordinator):
    MembershipFactory(city=coordinator.city, role=Role.COORDINATOR, user__is_active=False)

    assert coordinator.is_last_coordinator is True


def test_a_former_member_is_taken_back_with_the_same_role(coordinator):
    seat = MembershipFactory(city=coordinator.city, role=Role.EDITOR)
    members.end_membership(seat, seen=1, by=coordinator)
    seat.refresh_from_db()

    members.take_back(seat, by=coordinator)

    seat.refresh_from_db()
    assert (seat.ended_at, seat.role, [past.revision for past in seat.history.order_by("revision")]) == (
        None,
        Role.EDITOR,
        [1, 2, 3],
    )


def test_a_city_without_coordinator_can_be_given_one():
    city = CityFactory()

    added = members.add_member(city, email="eva@example.org", name="", role=Role.COORDINATOR, by=None)

    assert (added.role, str(added), added.invitations.get().sent_by) == (Role.COORDINATOR, "eva@example.org", None)
