import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.core import signing
from django.test import Client
from django.urls import reverse

from tests.factories import BarrierFactory, MembershipFactory, SectionFactory
from tests.unsent import on_page, owned_by
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import unsent_texts
from ulg.writing.unsent_texts import Origin

pytestmark = pytest.mark.django_db

WORDS = "<p>Written for an hour</p>"
FETCH = {"x-requested-with": "fetch"}


@pytest.fixture
def section():
    return SectionFactory()


@pytest.fixture
def anna(section):
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR)


@pytest.fixture
def karin(section):
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR)


@pytest.fixture
def action(section):
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


def form_of(member, **changes):
    """What a page of theirs sends."""
    return {"text": WORDS, "status": "draft", "revision": "1", **on_page("desk", 2), **owned_by(member.user), **changes}


def kept():
    """Whose text it is, and whether it came without a login."""
    return [(unsent.author, unsent.fields["text"], unsent.is_unattended) for unsent in UnsentText.objects.all()]


def test_a_text_sent_after_the_session_had_ended_is_its_writers(client, anna, action, section):
    response = client.post(action, form_of(anna))
    said = [str(message) for message in get_messages(response.wsgi_request)]
    client.force_login(anna.user)
    page = client.get(action)

    assert (response.status_code, response.url) == (302, f"{reverse('account_login')}?next={action}")
    assert said == ["You had been logged out. Your text is kept: log in and continue with it."]
    assert (page.context["form"].initial["text"], page.context["form"].initial["revision"]) == (WORDS, 1)
    assert "from one of your pages, after you had been logged out" in page.content.decode()
    section.refresh_from_db()
    assert section.text == ""


def test_it_is_never_the_next_persons(client, anna, karin, action):
    client.post(action, form_of(anna))
    client.force_login(karin.user)
    pages = [client.get(url).content.decode() for url in (action, reverse("ulg:unsent-texts", args=[anna.city.slug]))]

    assert ["Written for an hour" in page for page in pages] == [False, False]
    assert kept() == [(anna, [WORDS], True)]


@pytest.mark.parametrize("headers", [FETCH, {"hx-request": "true"}])
def test_a_script_is_told_that_the_session_has_ended_and_that_the_text_is_kept(client, anna, action, headers):
    answers = [client.post(action, form, headers=headers) for form in (form_of(anna), {"text": WORDS})]

    told = [(answer.status_code, answer.content) for answer in answers]
    assert told == [(401, b'{"kept": true}'), (401, b"")]
    assert kept() == [(anna, [WORDS], True)]


def test_what_a_page_of_anothers_sends_is_done_in_nobodys_name(client, anna, karin, action, section):
    client.force_login(karin.user)

    response = client.post(action, form_of(anna))

    assert (response.status_code, kept()) == (409, [(anna, [WORDS], True)])
    assert "nothing was saved in your name" in response.content.decode()
    section.refresh_from_db()
    assert (section.text, section.revision) == ("", 1)


def test_what_a_page_of_anothers_keeps_is_not_the_readers(client, anna, karin, action):
    about = {"unsent_action": action, "unsent_page": action, "unsent_title": "1.5 Vision"}
    keep_url = reverse("ulg:unsent-keep", args=[anna.city.slug])
    client.force_login(karin.user)

    response = client.post(keep_url, form_of(anna, **about), headers=FETCH)

    assert (response.status_code, response.json()) == (409, {"kept": True})
    assert [(unsent.author, unsent.title, unsent.form_url) for unsent in UnsentText.objects.all()] == [
        (anna, "1.5 Vision", action)
    ]


@pytest.mark.parametrize("by", ["nobody", "karin"])
def test_no_kept_text_is_written_over(client, anna, karin, action, by):
    about = {"by": anna, "form_url": action, "page": action, "title": "", "seen": 1}
    found = unsent_texts.keep(**about, fields={"text": ["Before"]}, origin=Origin("desk", 1))
    if by == "karin":
        client.force_login(karin.user)

    client.post(action, form_of(anna, unsent_id=found.pk, unsent_version=found.version))

    assert kept() == [(anna, [WORDS], True), (anna, ["Before"], False)]


@pytest.mark.parametrize("token", ["", "nonsense", "1:x:y"])
@pytest.mark.parametrize("headers", [FETCH, {}])
def test_nothing_is_kept_where_nobody_can_tell_whose_it_is(client, action, token, headers, section):
    client.post(action, {"text": WORDS, "unsent_owner": token}, headers=headers)

    assert (kept(), list(client.session.keys())) == ([], [])


def test_a_mark_of_another_kind_says_nothing(client, anna, action):
    client.post(action, form_of(anna, unsent_owner=signing.dumps(anna.user.pk)))

    assert kept() == []


def test_a_form_as_old_as_no_login_gets_is_shown_again_and_not_kept(client, anna, karin, action, monkeypatch):
    hers = Client()
    hers.force_login(karin.user)
    monkeypatch.setattr(settings, "SESSION_COOKIE_AGE", -1)

    logged_out = client.post(action, form_of(anna))
    others = hers.post(action, form_of(anna))

    assert ([logged_out.status_code, others.status_code], kept()) == ([403, 409], [])
    assert "Written for an hour" in logged_out.content.decode()


@pytest.mark.parametrize("role", [Role.OBSERVER, None])
def test_a_text_for_which_the_person_has_no_permission_is_not_kept(client, anna, action, role):
    member = MembershipFactory(city=anna.city, role=role) if role else MembershipFactory()

    response = client.post(action, form_of(member))

    assert (response.status_code, kept()) == (403, [])


@pytest.mark.parametrize("came_from", ["https://example.org/trap/", "//example.org/trap/"])
def test_another_site_is_no_page_to_lead_back_to(client, anna, action, came_from):
    response = client.post(action, form_of(anna), headers={"referer": came_from})

    assert response.url.endswith(f"?next={action}")


def test_the_login_leads_back_to_the_page_that_the_form_stood_on(client, anna, action, section):
    page = section.get_absolute_url()

    response = client.post(action, form_of(anna), headers={"referer": f"http://testserver{page}"})

    assert response.url.endswith(f"?next={page}")


def with_an_old_token(member):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member.user)
    return client


def test_a_page_from_before_the_last_login_loses_nothing(anna, action):
    client = with_an_old_token(anna)

    response = client.post(action, form_of(anna))
    page = client.get(response.url)

    assert (response.status_code, response.url, kept()) == (302, action, [(anna, [WORDS], True)])
    assert page.context["form"].initial["text"] == WORDS


def test_a_page_of_anothers_from_before_the_login_does_nothing_in_her_name(anna, karin, action):
    response = with_an_old_token(karin).post(action, form_of(anna))

    assert (response.status_code, kept()) == (409, [(anna, [WORDS], True)])


def test_a_form_with_neither_token_is_refused_and_not_kept(anna, action):
    response = with_an_old_token(anna).post(action, {"text": WORDS})

    assert (response.status_code, kept()) == (403, [])


FORMS = {
    "new record": lambda city, _barrier: reverse("actionplan:barrier-add", args=[city.slug]),
    "record": lambda city, barrier: reverse("actionplan:barrier-edit", args=[city.slug, barrier.pk]),
    "comment": lambda city, barrier: barrier.get_absolute_url(),
    "plan": lambda city, _barrier: reverse("actionplan:plan-edit", args=[city.slug]),
    "publish": lambda city, _barrier: reverse("actionplan:publish", args=[city.slug]),
    "profile": lambda city, _barrier: reverse("ulg:me", args=[city.slug]),
    "person": lambda city, _barrier: reverse("ulg:me-person", args=[city.slug]),
    "city": lambda city, _barrier: reverse("ulg:city", args=[city.slug]),
}


@pytest.mark.parametrize("page", FORMS.values(), ids=FORMS)
def test_every_form_whose_text_is_kept_says_whose_it_is(client, section, page):
    seat = MembershipFactory(city=section.plan.city, role=Role.COORDINATOR)
    client.force_login(seat.user)

    html = client.get(page(seat.city, BarrierFactory(plan=section.plan))).content.decode()

    token = html.partition('name="unsent_owner" value="')[2].partition('"')[0]
    assert signing.loads(token, salt="ulg.form-owner") == seat.user.pk


@pytest.mark.parametrize(("language", "words"), [("sv", "sv"), ("en", "en"), ("", "en")])
def test_the_pages_speak_the_persons_language(client, anna, language, words):
    anna.user.language = language
    anna.user.save()
    client.force_login(anna.user)

    page = client.get(reverse("ulg:unsent-texts", args=[anna.city.slug]))

    assert f'<html lang="{words}">' in page.content.decode()
