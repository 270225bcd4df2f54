from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, SectionFactory
from tests.queries import MOST, queries_of
from ulg.models import Draft
from ulg.roles import Role
from ulg.services import drafts, saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return SectionFactory(text="<p>One.</p>")


@pytest.fixture
def anna(section, client):
    seat = MembershipFactory(city=section.plan.city, role=Role.EDITOR)
    client.force_login(seat.user)
    return seat


@pytest.fixture
def action(section):
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


@pytest.fixture
def keep_url(section):
    return reverse("ulg:draft-keep", args=[section.plan.city.slug])


def about(action, **more):
    return {"draft_action": action, "draft_page": action, "draft_title": "1.5 Vision", "draft_window": "desk", **more}


def keep_for(member, action, text="<p>New</p>", **more):
    fields = {"text": [text]}
    return drafts.keep(by=member, action=action, page=action, title="1.5 Vision", seen=1, fields=fields, **more)


def test_typing_is_kept_and_the_answer_says_when(client, anna, action, keep_url):
    response = client.post(keep_url, about(action, text="<p>New</p>", revision="1"))

    draft = Draft.objects.get()
    answer = response.json()
    assert (draft.author, draft.action, draft.fields, draft.seen_revision) == (
        anna,
        action,
        {"text": ["<p>New</p>"]},
        1,
    )
    assert answer.pop("token")
    assert answer == {
        "saved": timezone.localtime(draft.saved_at).strftime("%H:%M"),
        "discard": reverse("ulg:draft-discard", args=[anna.city.slug, draft.pk]),
        "writers": "",
        "newer": "",
    }


def test_whoever_types_hears_of_others_who_do_and_of_what_was_saved(client, anna, action, keep_url, section):
    karin = MembershipFactory(city=anna.city, role=Role.EDITOR, user__name="Karin")
    keep_for(karin, action)
    saving.save(section, {"text": "<p>Two.</p>"}, seen=1, by=karin)
    asked = about(action, draft_record=f"section/{section.pk}", revision="1")

    answers = [client.post(keep_url, asked).json(), client.get(keep_url, asked).json()]

    heard = {(answer["writers"], answer["newer"].partition(" today")[0]) for answer in answers}
    words = "Karin is writing here. Your changes are joined where they touch different paragraphs."
    assert heard == {(words, "Karin saved this")}


def test_a_second_window_of_the_same_member_is_told_so(client, anna, action, keep_url, section):
    saving.save(section, {"text": "<p>Two.</p>"}, seen=1, by=anna)

    answer = client.get(keep_url, about(action, draft_record=f"section/{section.pk}", revision="1")).json()

    assert answer["newer"].startswith("You saved this in another window")


@pytest.mark.parametrize("record", ["section/999999", "membership/1", "nothing/1", "section", "section/x", ""])
def test_nothing_is_heard_of_a_record_that_is_not_there_to_be_read(client, anna, action, keep_url, record):
    keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)

    answer = client.get(keep_url, about(action, draft_record=record, revision="1")).json()

    assert (answer["writers"], answer["newer"]) == ("", "")


def test_nothing_is_heard_of_another_citys_record(client, anna, action, keep_url):
    elsewhere = SectionFactory()
    saving.save(elsewhere, {"text": "<p>Secret.</p>"}, seen=1, by=MembershipFactory(city=elsewhere.plan.city))

    answer = client.get(keep_url, about(action, draft_record=f"section/{elsewhere.pk}", revision="1")).json()

    assert (answer["writers"], answer["newer"]) == ("", "")


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"draft_action": "/elsewhere/plan/"}, 403, "This form is not yours to send, so its text is not kept."),
        ({"draft_page": "https://example.org/"}, 403, "This form is not yours to send, so its text is not kept."),
        ({"text": "x" * 400_001}, 413, "The text is too long to keep."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(client, anna, action, keep_url, changes, status, words):
    response = client.post(keep_url, about(action, **changes))

    assert (response.status_code, response.json()["words"].startswith(words)) == (status, True)
    assert not Draft.objects.exists()


def test_an_older_window_is_told_of_the_newer_one(client, anna, action, keep_url):
    opened = timezone.now()
    keep_for(anna, action, window="phone", opened_at=opened)

    response = client.post(keep_url, about(action, draft_opened=opened.isoformat(), text="<p>Old</p>"))

    words = "You have this text open in another window too, and it was kept there last."
    assert (response.status_code, response.json()) == (409, {"words": words})
    assert Draft.objects.get().fields == {"text": ["<p>New</p>"]}


@pytest.mark.parametrize("opened", ["", "yesterday", "2026-13-45", "2026-01-01"])
def test_an_unknown_moment_of_opening_is_no_obstacle(client, anna, action, keep_url, opened):
    keep_for(anna, action, window="phone")

    assert client.post(keep_url, about(action, draft_opened=opened)).status_code == 200


def test_the_page_of_unsent_texts_shows_ones_own_with_their_first_words(client, anna, action):
    keep_for(anna, action, "<p>Ask &amp; listen</p><p>first</p>")
    keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action, "<p>Of somebody else</p>")

    page = client.get(reverse("ulg:drafts", args=[anna.city.slug])).content.decode()

    assert ("Ask &amp; listen first" in page, "Of somebody else" in page) == (True, False)
    assert f'href="{action}"' in page


def test_the_page_of_unsent_texts_says_when_there_are_none(client, anna):
    assert "Nothing waits here" in client.get(reverse("ulg:drafts", args=[anna.city.slug])).content.decode()


def test_the_page_of_unsent_texts_asks_as_much_for_one_as_for_thirty(client, anna):
    url = reverse("ulg:drafts", args=[anna.city.slug])
    page = f"/{anna.city.slug}/plan/"
    Draft.objects.create(author=anna, action=page, page=page, title="First")
    few = queries_of(client, url)
    more = [Draft(author=anna, action=f"{page}{number}", page=page, title="More") for number in range(30)]
    Draft.objects.bulk_create(more)

    assert queries_of(client, url) == few <= MOST


def test_a_text_is_thrown_away_only_when_one_says_so(client, anna, action):
    draft = keep_for(anna, action)
    url = reverse("ulg:draft-discard", args=[anna.city.slug, draft.pk])

    asked = client.get(url)
    still_there = Draft.objects.exists()
    done = client.post(url)

    assert ("Throw your unsent text away?" in asked.content.decode(), still_there) == (True, True)
    assert (done.url, Draft.objects.exists()) == (action, False)


def test_nobody_sees_or_throws_away_anothers_text(client, anna, action):
    draft = keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    url = reverse("ulg:draft-discard", args=[anna.city.slug, draft.pk])

    assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)


def test_a_draft_that_rests_is_no_sign_of_writing(client, anna, action, keep_url, section):
    draft = keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    Draft.objects.filter(pk=draft.pk).update(saved_at=timezone.now() - timedelta(minutes=2))

    answer = client.get(keep_url, about(action, draft_record=f"section/{section.pk}", revision="1")).json()

    assert answer["writers"] == ""
