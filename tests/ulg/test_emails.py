import pytest
from django.core import mail
from django.utils import translation

from tests.factories import InvitationFactory, MembershipFactory, UserFactory
from ulg import emails
from ulg.roles import Role

pytestmark = pytest.mark.django_db


def said_in(sent):
    """The language that the mail's head names."""
    return sent.message()["Content-Language"]


@pytest.fixture
def invitation():
    coordinator = MembershipFactory(role=Role.COORDINATOR, user__name="Karin", user__email="karin@example.org")
    return InvitationFactory(
        membership__city=coordinator.city,
        membership__user__email="maja@example.org",
        membership__role=Role.EDITOR,
        sent_by=coordinator,
    )


def test_an_invitation_says_who_invites_to_what_and_how_to_come_in(invitation, settings):
    settings.SITE_URL = "https://plan.example.org"
    invitation.membership.city.name = "L'Aquila & Lund"

    assert emails.invitation(invitation, "the-token") is True

    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to, sent.subject) == (
        ["maja@example.org"],
        ["karin@example.org"],
        "Join the local group of L'Aquila & Lund",
    )
    for words in [
        "Karin has invited you to the group",
        "Your role in the group is editor.",
        "\nhttps://plan.example.org/accounts/join/the-token/\n",
        "\nhttps://plan.example.org/accounts/login/\n",
        "for 14 days",
        "it goes to Karin.",
    ]:
        assert words in sent.body


def test_an_invitation_by_the_portal_itself_names_nobody(invitation):
    invitation.sent_by = None

    emails.invitation(invitation, "the-token")

    assert mail.outbox[0].reply_to == []
    assert "You have been invited" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("own", "expected", "subject"),
    [("sv", "sv", "Välkommen till referensgruppen i Lund"), ("en", "en", "Join the local group of Lund")],
)
def test_an_invitation_is_in_the_persons_language_and_says_so(invitation, own, expected, subject):
    invitation.membership.city.name = "Lund"
    invitation.membership.user.language = own

    emails.invitation(invitation, "the-token")

    assert said_in(mail.outbox[0]) == expected
    assert mail.outbox[0].subject == subject


def test_an_invitation_to_whoever_has_said_no_language_is_in_the_citys(invitation):
    invitation.membership.city.language = "sv"

    emails.invitation(invitation, "the-token")

    assert said_in(mail.outbox[0]) == "sv"


@pytest.mark.parametrize(("own", "expected"), [("sv", "sv"), ("", "en")])
def test_a_code_is_in_the_persons_language_or_else_in_that_of_the_page_and_says_so(own, expected):
    UserFactory(email="maja@example.org", language=own)

    with translation.override("en"):
        emails.login_code("maja@example.org", "123456")

    assert said_in(mail.outbox[0]) == expected


def test_what_goes_to_an_unknown_address_is_in_the_language_of_the_page_and_says_so():
    with translation.override("sv"):
        emails.unknown_address("nobody@example.org")

    assert said_in(mail.outbox[0]) == "sv"


def test_a_line_break_in_a_name_never_reaches_the_head_of_a_mail(invitation):
    invitation.membership.city.name = "Lund\nBcc: all@example.org"

    assert emails.invitation(invitation, "the-token") is True
    assert mail.outbox[0].subject == "Join the local group of Lund Bcc: all@example.org"


def test_a_code_stands_on_a_line_of_its_own_and_says_how_long_it_is_valid():
    UserFactory(email="maja@example.org")

    emails.login_code("maja@example.org", "123456")

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["maja@example.org"], "123456 is your code for Genprocure")
    assert "\n123456\n" in sent.body
    assert "valid for 10 minutes" in sent.body


def test_every_mail_ends_in_one_line_break(invitation):
    emails.invitation(invitation, "t")
    emails.login_code("maja@example.org", "1")
    emails.unknown_address("nobody@example.org")

    assert [message.body == message.body.strip() + "\n" for message in mail.outbox] == [True, True, True]
