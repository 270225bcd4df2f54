from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import InvitationFactory, MembershipFactory, UserFactory
from ulg.models import Invitation
from ulg.roles import Role

pytestmark = pytest.mark.django_db
LINK = "/accounts/join/a-token/"


def who(client):
    return client.session.get("_auth_user_id")


def test_the_link_shows_who_invites_to_which_city_and_does_nothing_yet(client):
    coordinator = MembershipFactory(user__name="Karin")
    invitation = InvitationFactory(
        membership__city=coordinator.city,
        membership__role=Role.EDITOR,
        membership__user__name="Maja",
        sent_by=coordinator,
    )

    response = client.get(LINK)

    text = response.content.decode()
    assert [words in text for words in ("Karin", coordinator.city.name, "Maja", "Editor")] == [True] * 4
    invitation.refresh_from_db()
    assert (response.status_code, invitation.accepted_at, who(client)) == (200, None, None)


def test_the_button_logs_the_new_member_in_and_uses_the_link_up(client):
    invitation = InvitationFactory()

    response = client.post(LINK)

    invitation.refresh_from_db()
    assert (response.status_code, response.url) == (302, invitation.membership.city.get_absolute_url())
    assert (who(client), invitation.accepted_at is not None) == (str(invitation.membership.user.pk), True)


def test_a_member_invited_by_address_alone_says_her_name(client):
    invitation = InvitationFactory(membership__user__name="")

    without = client.post(LINK)
    client.post(LINK, {"name": "Eva Ek"})

    invitation.membership.user.refresh_from_db()
    assert (without.status_code, invitation.membership.user.name) == (422, "Eva Ek")


def old(invitation):
    Invitation.objects.update(sent_at=timezone.now() - timedelta(days=15))


def used(invitation):
    Invitation.objects.update(accepted_at=timezone.now())


def ended(invitation):
    invitation.membership.ended_at = timezone.now()
    invitation.membership.save()


def closed(invitation):
    invitation.membership.user.is_active = False
    invitation.membership.user.save()


def replaced(invitation):
    invitation.delete()


@pytest.mark.parametrize("spoil", [old, used, ended, closed, replaced])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_does_not_work_any_more_leads_to_the_login_page(client, spoil, method):
    spoil(InvitationFactory())

    response = getattr(client, method)(LINK)

    assert (response.status_code, who(client)) == (410, None)
    assert reverse("account_login") in response.content.decode()


def test_who_is_in_already_and_opens_the_mail_again_lands_in_the_city(client):
    invitation = InvitationFactory(accepted_at=timezone.now())
    client.force_login(invitation.membership.user)

    assert client.get(LINK).url == invitation.membership.city.get_absolute_url()


def test_a_link_opens_no_account_that_is_in_use(client):
    InvitationFactory(membership__user=UserFactory(last_login=timezone.now()))

    response = client.post(LINK)

    assert (response.url, who(client)) == (f"{reverse('account_login')}?next={LINK}", None)


def test_who_is_logged_in_accepts_with_one_click(client):
    invitation = InvitationFactory()
    client.force_login(invitation.membership.user)

    response = client.post(LINK)

    invitation.refresh_from_db()
    assert (response.url, invitation.accepted_at is not None) == (invitation.membership.city.get_absolute_url(), True)


def test_somebody_elses_session_ends_when_the_invited_person_comes_in(client):
    invitation = InvitationFactory()
    client.force_login(UserFactory())

    client.post(LINK)

    assert who(client) == str(invitation.membership.user.pk)
