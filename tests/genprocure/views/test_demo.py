from email.message import EmailMessage

import pytest
from django.core.mail import send_mail
from django.urls import reverse

from genprocure.demo import logins
from tests.factories import CityFactory, MembershipFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db
LOGIN, MAIL = reverse("demo_login"), reverse("demo_mail")


@pytest.fixture
def is_demo(settings, tmp_path):
    settings.IS_DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path


@pytest.fixture
def people():
    """The four of Umeå, in the order of the list of their addresses."""
    umea = CityFactory(slug="umea")
    roles = [Role.COORDINATOR, Role.EDITOR, Role.MEMBER, Role.OBSERVER]
    return [
        MembershipFactory(city=umea, role=role, user__email=email, user__name=f"The {role}")
        for role, email in zip(roles, logins.ADDRESSES, strict=True)
    ]


def who(client):
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize("page", [reverse("home"), reverse("account_login")])
def test_each_person_of_the_demo_has_a_button(client, is_demo, people, page):
    text = client.get(page).content.decode()

    assert [f'name="seat" value="{seat.pk}"' in text and str(seat) in text for seat in people] == [True] * 4


@pytest.mark.parametrize("page", [reverse("home"), reverse("account_login")])
def test_outside_the_demo_there_is_no_button(client, people, page):
    assert LOGIN not in client.get(page).content.decode()


def test_a_button_makes_one_that_person(client, is_demo, people):
    for seat in people:
        response = client.post(LOGIN, {"seat": seat.pk})

        assert (who(client), response.url) == (str(seat.user.pk), seat.city.get_absolute_url())


def test_outside_the_demo_nobody_gets_in_by_a_button(client, people):
    response = client.post(LOGIN, {"seat": people[0].pk})

    assert (response.status_code, who(client)) == (404, None)


@pytest.mark.parametrize("seat", ["", "0", "x"])
def test_a_button_that_does_not_exist_lets_nobody_in(client, is_demo, people, seat):
    assert (client.post(LOGIN, {"seat": seat}).status_code, who(client)) == (404, None)


def test_a_real_member_in_the_demos_database_has_no_button(client, is_demo, people):
    other = MembershipFactory(city=people[0].city)

    assert (client.post(LOGIN, {"seat": other.pk}).status_code, who(client)) == (404, None)


def test_a_link_does_not_log_in(client, is_demo, people):
    assert client.get(LOGIN, {"seat": people[0].pk}).status_code == 405


def test_the_mails_of_the_demo_can_be_read_newest_first(client, is_demo):
    send_mail("Första", "Läs http://127.0.0.1:8000/accounts/login/ <b>nu</b>", None, ["a@example.org"])
    send_mail("Second", "Text", None, ["b@example.org"])

    response = client.get(MAIL)

    mails = [(mail.subject, mail.to) for mail in response.context["page"]]
    assert mails == [("Second", "b@example.org"), ("Första", "a@example.org")]
    text = response.content.decode()
    assert '<a href="http://127.0.0.1:8000/accounts/login/"' in text
    assert "&lt;b&gt;nu&lt;/b&gt;" in text


def test_the_mailbox_of_a_new_demo_says_how_mail_comes_about(client, is_demo):
    assert "No e-mails yet" in client.get(MAIL).content.decode()


def test_outside_the_demo_there_is_no_mailbox(client):
    assert client.get(MAIL).status_code == 404


def test_a_mail_without_date_or_text_breaks_nothing(client, is_demo, tmp_path):
    (tmp_path / "odd.log").write_bytes(EmailMessage().as_bytes() + b"Subject: Odd\n\n" + b"-" * 79 + b"\n")

    assert client.get(MAIL).status_code == 200
