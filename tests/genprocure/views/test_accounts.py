import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN, CODE = reverse("account_login"), reverse("account_confirm_login_code")


@pytest.fixture(autouse=True)
def nobody_has_asked_yet(db):
    """The counts stand in a table that is no model's: a test with a real server leaves its own there."""
    cache.clear()


@pytest.fixture
def maja():
    return UserFactory(email="maja@example.org", name="Maja")


def ask(client, email="maja@example.org", **more):
    return client.post(LOGIN, {"email": email, **more})


def sent_code():
    return re.search(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE).group()


def enter(client, code, **more):
    return client.post(CODE, {"code": code, **more})


def who(client):
    return client.session.get("_auth_user_id")


def test_the_mailed_code_logs_in(client, maja):
    ask(client, "Maja@Example.org")

    enter(client, f" {sent_code()} ")

    assert who(client) == str(maja.pk)


def test_who_works_in_one_city_lands_there(client, maja):
    seat = MembershipFactory(user=maja)
    ask(client)

    assert enter(client, sent_code()).url == seat.city.get_absolute_url()


def test_who_works_in_two_cities_lands_among_them(client, maja):
    MembershipFactory(user=maja)
    MembershipFactory(user=maja)
    ask(client)

    assert enter(client, sent_code()).url == reverse("home")


def test_the_way_that_was_asked_for_is_kept_over_both_pages(client, maja):
    first = ask(client, next="/lund/group/?page=2")

    assert 'name="next" value="/lund/group/?page=2"' in client.get(first.url).content.decode()
    assert enter(client, sent_code(), next="/lund/group/?page=2").url == "/lund/group/?page=2"


@pytest.mark.parametrize("target", ["https://evil.example.org/", "//evil.example.org/", "javascript:alert(1)"])
def test_a_way_out_of_the_portal_is_not_taken(client, maja, target):
    first = ask(client, next=target)

    assert first.url == CODE
    assert enter(client, sent_code(), next=target).url == reverse("home")


def shown(client, email):
    """All that a browser learns from asking for a code with an address."""
    first = ask(client, email)
    second = client.get(first.url)
    text = re.sub(r'(csrfmiddlewaretoken" value|X-CSRFToken": )="?[^"]+', "", second.content.decode())
    text = re.sub(r'"X-CSRFToken": "[^"]+"', "", text)
    wrong = enter(client, "000000x")
    return (
        first.status_code,
        first.url,
        second.status_code,
        text.replace(email, "…"),
        wrong.status_code,
        len(mail.outbox),
    )


@pytest.mark.parametrize("account", [None, {"is_active": False}])
def test_the_pages_do_not_tell_who_has_an_account(client, maja, account):
    if account:
        UserFactory(email="someone@example.org", **account)
    known = shown(client, "maja@example.org")
    mail.outbox.clear()
    client.cookies.clear()

    assert shown(client, "someone@example.org") == known


def test_an_address_without_a_seat_is_told_by_mail(client):
    ask(client, "nobody@example.org")

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["nobody@example.org"], "Nobody can log in to Genprocure with this address")
    assert re.search(r"\d{6}", sent.body) is None


def test_a_mail_server_that_is_away_changes_nothing_on_the_page(client, maja, settings):
    settings.EMAIL_BACKEND = "tests.ulg.services.test_members.BrokenBackend"

    assert (ask(client).url, ask(client, "nobody@example.org").url) == (CODE, CODE)


def test_a_new_code_ends_the_one_before(client, maja):
    ask(client)
    first = sent_code()
    ask(client)

    enter(client, first)

    assert (who(client), first != sent_code()) == (None, True)


def test_a_wrong_code_is_said_at_the_field_and_may_be_corrected(client, maja):
    ask(client)

    wrong = enter(client, "x")
    enter(client, sent_code())

    assert (wrong.status_code, list(wrong.context["form"].errors), who(client)) == (422, ["code"], str(maja.pk))


def test_the_third_wrong_code_ends_the_code(client, maja):
    ask(client)
    for _guess in range(2):
        enter(client, "x")

    third = enter(client, "x")
    enter(client, sent_code())

    assert (third.url, who(client)) == (LOGIN, None)


def test_a_code_that_is_too_old_leads_back_with_a_word(client, maja, settings):
    ask(client)
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1

    response = client.post(CODE, {"code": sent_code()}, follow=True)

    assert (response.request["PATH_INFO"], who(client)) == (LOGIN, None)
    assert [str(each) for each in response.context["messages"]] == ["The code is no longer valid. Request a new one."]


def test_who_waits_for_a_code_may_come_back_to_it_or_take_another_address(client, maja):
    ask(client)

    page = client.get(LOGIN)
    ask(client, "other@example.org")

    assert (page.status_code, "I already have a code" in page.content.decode()) == (200, True)
    assert client.get(CODE).context["email"] == "other@example.org"


def test_an_address_gets_three_codes_a_minute(client, maja):
    answers = [ask(client).status_code for _time in range(4)]

    assert (answers, len(mail.outbox)) == ([302, 302, 302, 429], 3)


def test_a_place_asks_for_twenty_codes_a_minute(client):
    answers = [ask(client, f"person{number}@example.org").status_code for number in range(21)]

    assert answers == [302] * 20 + [429]


def test_the_refusal_of_a_fourth_code_says_what_to_do(client, maja):
    for _time in range(3):
        ask(client)

    assert "Wait a few minutes, then request a new code." in ask(client).content.decode()


def test_guesses_are_counted_even_if_they_all_come_at_once(client, maja, monkeypatch):
    """A hundred requests that read the session before one of them wrote would each be a first guess."""
    ask(client)
    monkeypatch.setattr(
        "allauth.account.internal.flows.login_by_code.LoginCodeVerificationProcess.record_invalid_attempt",
        lambda process: True,
    )

    answers = [enter(client, f"{guess:06}x") for guess in range(11)]

    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert "Too many attempts in a short time" in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("email", "fault"), [("", "Write your e-mail address."), ("x", "Write it like name@example.org.")]
)
def test_a_slip_in_the_address_is_said_at_the_field(client, email, fault):
    response = ask(client, email)

    assert (response.status_code, response.context["form"].errors["email"]) == (422, [fault])


def test_the_code_field_helps_phones(client, maja):
    ask(client)

    attributes = client.get(CODE).context["form"].fields["code"].widget.attrs

    assert (attributes["inputmode"], attributes["autocomplete"]) == ("numeric", "one-time-code")


def test_logging_out_takes_a_press_of_the_button(client, maja):
    client.force_login(maja)

    client.get(reverse("account_logout"))
    before = who(client)
    response = client.post(reverse("account_logout"))

    assert (before, who(client), response.url) == (str(maja.pk), None, reverse("home"))


@pytest.mark.parametrize(
    "path", ["signup", "password/reset", "password/change", "email", "inactive", "reauthenticate", ""]
)
def test_there_is_no_other_page_of_an_account(client, maja, path):
    client.force_login(maja)

    assert client.get(f"/accounts/{path}/").status_code == 404


def test_who_is_closed_out_while_logged_in_is_out(client, maja):
    seat = MembershipFactory(user=maja)
    client.force_login(maja)
    maja.is_active = False
    maja.save()

    assert client.get(reverse("ulg:group", args=[seat.city.slug])).status_code == 302


@pytest.mark.parametrize(
    ("invited", "typed"),
    [
        ("maja@umeå.example", "Maja@xn--ume-wla.example"),
        ("maja@xn--ume-wla.example", "maja@UMEA\u030a.example"),
        ("maja\u200b@example.org", "maja@example.org"),
        ("maja@example.org", "\ufeffmaja＠example．org "),
    ],
    ids=ascii,
)
def test_every_spelling_of_an_address_leads_to_its_person(client, invited, typed):
    maja = UserFactory(email=invited)

    ask(client, typed)
    enter(client, sent_code())

    assert (who(client), mail.outbox[-1].to) == (str(maja.pk), [maja.email])


def test_the_page_writes_an_international_domain_as_its_owner_does(client):
    response = ask(client, "maja@xn--ume-wla.example")

    assert '<b class="nowrap">maja@umeå.example</b>' in client.get(response.url).content.decode()


def test_a_mail_to_an_international_domain_can_be_delivered(client):
    ask(client, "nobody@umeå.example")

    assert mail.outbox[-1].message()["To"] == "nobody@xn--ume-wla.example"


def test_an_address_that_no_mail_server_takes_is_refused_with_an_example(client):
    response = ask(client, "åsa@example.org")

    assert response.context["form"].errors["email"] == ["Write it like name@example.org."]
