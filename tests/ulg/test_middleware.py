import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories import MembershipFactory, SectionFactory, UserFactory
from ulg.models import Draft
from ulg.roles import Role

pytestmark = pytest.mark.django_db

HELD = "held_text"


@pytest.fixture
def section():
    return SectionFactory()


@pytest.fixture
def anna(section):
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR)


@pytest.fixture
def action(section):
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


def send(client, action, **extra):
    fields = {"text": "<p>Written for an hour</p>", "status": "draft", "revision": "1"}
    return client.post(action, {**fields, **extra.pop("fields", {})}, **extra)


def test_a_text_sent_after_the_session_had_ended_comes_back_after_the_login(client, anna, action, section):
    response = send(client, action)
    client.force_login(anna.user)
    page = client.get(action)

    assert (response.status_code, response.url) == (
        302,
        f"{reverse('account_login')}?next={action}",
    )
    assert page.context["form"].initial["text"] == "<p>Written for an hour</p>"
    assert page.context["draft"].seen_revision == 1
    assert [str(message) for message in get_messages(page.wsgi_request)] == [
        "You had been logged out while writing. Your text is kept and not sent yet."
    ]
    section.refresh_from_db()
    assert (section.text, HELD in client.session) == ("", False)


def test_the_login_leads_back_to_the_page_that_the_form_stood_on(client, action, section):
    page = section.get_absolute_url()

    response = send(client, action, headers={"referer": f"http://testserver{page}"})

    assert response.url.endswith(f"?next={page}")


def test_another_site_is_no_page_to_lead_back_to(client, action):
    response = send(client, action, headers={"referer": "https://example.org/trap/"})

    assert response.url.endswith(f"?next={action}")


@pytest.mark.parametrize("headers", [{"x-requested-with": "fetch"}, {"hx-request": "true"}])
def test_a_script_is_told_that_the_session_has_ended(client, action, headers):
    assert send(client, action, headers=headers).status_code == 401


def test_what_was_kept_in_the_background_is_held_for_its_own_form(client, anna, action):
    keep_url = reverse("ulg:draft-keep", args=[anna.city.slug])
    about = {"draft_action": action, "draft_page": action, "draft_title": "1.5 Vision", "draft_window": "desk"}

    send(client, keep_url, fields=about, headers={"x-requested-with": "fetch"})
    client.force_login(anna.user)
    client.get(anna.city.get_absolute_url())

    draft = Draft.objects.get()
    assert (draft.action, draft.title, draft.fields["text"]) == (action, "1.5 Vision", ["<p>Written for an hour</p>"])


def test_a_held_text_does_not_write_over_a_newer_draft(client, anna, action):
    send(client, action)
    client.force_login(anna.user)
    newer = {"text": ["<p>Newer</p>"]}
    Draft.objects.create(author=anna, action=action, page=action, title="Vision", fields=newer, window="desk")

    client.get(action)

    assert Draft.objects.get().fields == newer


@pytest.mark.parametrize("role", [Role.OBSERVER, None])
def test_a_text_for_which_the_person_has_no_permission_is_dropped(client, anna, action, role):
    send(client, action)
    person = MembershipFactory(city=anna.city, role=role).user if role else UserFactory()
    client.force_login(person)

    client.get(anna.city.get_absolute_url())

    assert not Draft.objects.exists()


def test_a_text_stays_held_while_its_writer_looks_at_another_city(client, anna, action):
    elsewhere = MembershipFactory(user=anna.user)
    send(client, action)
    client.force_login(anna.user)

    client.get(elsewhere.city.get_absolute_url())

    assert client.session[HELD]["action"] == action


def test_a_text_without_end_is_not_held(client, action):
    response = send(client, action, fields={"text": "x" * 400_001})

    assert (response.status_code, HELD in client.session) == (302, False)


def test_a_form_that_is_no_record_of_a_city_is_not_held(client):
    client.post(reverse("language"), {"language": "sv", "next": "/"})

    assert HELD not in client.session


@pytest.mark.parametrize(("language", "words"), [("sv", "sv"), ("en", "en"), ("", "en")])
def test_the_pages_speak_the_persons_language(client, anna, language, words):
    anna.user.language = language
    anna.user.save()
    client.force_login(anna.user)

    page = client.get(reverse("ulg:drafts", args=[anna.city.slug]))

    assert f'<html lang="{words}">' in page.content.decode()
