import pytest
from django.core import mail

from tests.factories import InvitationFactory, MembershipFactory, UserFactory
from ulg import emails
from ulg.roles import Role

pytestmark = pytest.mark.django_db


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
        "Karin has given you a seat",
        "Your role there is editor.",
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
    assert "You have been given a seat" in mail.outbox[0].body


@pytest.mark.parametrize(("own", "expected"), [("sv", "sv"), ("en", "en"), ("", "sv")])
def test_an_invitation_is_in_the_persons_language_or_else_the_citys(invitation, monkeypatch, own, expected):
    invitation.membership.city.language = "sv"
    invitation.membership.user.language = own
    asked = []
    monkeypatch.setattr(emails, "_send", lambda name, to, language, *rest, **more: asked.append(language) or True)

    emails.invitation(invitation, "the-token")

    assert asked == [expected]


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
