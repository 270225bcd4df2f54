import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, SectionFactory
from tests.queries import MOST, queries_of
from tests.sent_forms import confirm
from tests.unsent import on_page, opened_with
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import saving, unsent_texts
from ulg.writing.unsent_texts import Origin

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
    return reverse("ulg:unsent-keep", args=[section.plan.city.slug])


def about(action, **more):
    return {"unsent_action": action, "unsent_page": action, "unsent_title": "1.5 Vision", **on_page("desk"), **more}


def keep_for(member, action, text="<p>New</p>", **more):
    fields = {"text": [text]}
    return unsent_texts.keep(by=member, form_url=action, page=action, title="1.5 Vision", seen=1, fields=fields, **more)


def test_typing_is_kept_and_the_answer_says_when(client, anna, action, keep_url):
    response = client.post(keep_url, about(action, text="<p>New</p>", revision="1"))

    unsent = UnsentText.objects.get()
    answer = response.json()
    assert (unsent.author, unsent.form_url, unsent.fields, unsent.seen_revision) == (
        anna,
        action,
        {"text": ["<p>New</p>"]},
        1,
    )
    assert answer.pop("token")
    assert answer == {
        "saved": timezone.localtime(unsent.saved_at).strftime("%H:%M"),
        "id": unsent.pk,
        "version": 1,
        "others": "",
        "owner": anna.user.pk,
        "discard": reverse("ulg:unsent-discard", args=[anna.city.slug, unsent.pk]),
        "writers": "",
        "newer": "",
    }


def test_whoever_types_hears_of_others_who_do_and_of_what_was_saved(client, anna, action, keep_url, section):
    karin = MembershipFactory(city=anna.city, role=Role.EDITOR, user__name="Karin")
    keep_for(karin, action)
    saving.save(section, {"text": "<p>Two.</p>"}, seen=1, by=karin)
    asked = about(action, unsent_record=f"section/{section.pk}", revision="1")

    answers = [client.post(keep_url, asked).json(), client.get(keep_url, asked).json()]

    heard = {(answer["writers"], answer["newer"].partition(" today")[0]) for answer in answers}
    words = "Karin is writing here. Your changes are merged if they affect different paragraphs."
    assert heard == {(words, "Karin saved this")}


def test_a_second_window_of_the_same_member_is_told_so(client, anna, action, keep_url, section):
    saving.save(section, {"text": "<p>Two.</p>"}, seen=1, by=anna)

    answer = client.get(keep_url, about(action, unsent_record=f"section/{section.pk}", revision="1")).json()

    assert answer["newer"].startswith("You saved this in another window")


@pytest.mark.parametrize("record", ["section/999999", "membership/1", "nothing/1", "section", "section/x", ""])
def test_nothing_is_heard_of_a_record_that_is_not_there_to_be_read(client, anna, action, keep_url, record):
    keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)

    answer = client.get(keep_url, about(action, unsent_record=record, revision="1")).json()

    assert (answer["writers"], answer["newer"]) == ("", "")


def test_nothing_is_heard_of_another_citys_record(client, anna, action, keep_url):
    elsewhere = SectionFactory()
    saving.save(elsewhere, {"text": "<p>Secret.</p>"}, seen=1, by=MembershipFactory(city=elsewhere.plan.city))

    answer = client.get(keep_url, about(action, unsent_record=f"section/{elsewhere.pk}", revision="1")).json()

    assert (answer["writers"], answer["newer"]) == ("", "")


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"unsent_action": "/elsewhere/plan/"}, 403, "You are not allowed to send this form"),
        ({"unsent_page": "https://example.org/"}, 403, "You are not allowed to send this form"),
        ({"text": "x" * 400_001}, 413, "The text is too long to save."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(client, anna, action, keep_url, changes, status, words):
    response = client.post(keep_url, about(action, **changes))

    assert (response.status_code, response.json()["words"].startswith(words)) == (status, True)
    assert not UnsentText.objects.exists()


def test_a_second_window_keeps_its_own_text_and_says_that_there_is_another(client, anna, action, keep_url):
    keep_for(anna, action, origin=Origin("phone", 1))

    response = client.post(keep_url, about(action, text="<p>Old</p>"))

    words = "You have another unsent text for this form."
    assert (response.status_code, response.json()["others"]) == (200, words)
    assert [unsent.fields["text"] for unsent in UnsentText.objects.all()] == [["<p>Old</p>"], ["<p>New</p>"]]


def test_too_many_texts_are_refused_in_words(client, anna, action, keep_url, monkeypatch):
    monkeypatch.setattr(unsent_texts, "MOST", 0)

    response = client.post(keep_url, about(action, text="<p>New</p>"))

    words = "You have too many unsent texts to save one more. Send or delete some of them."
    assert (response.status_code, response.json()) == (422, {"words": words})


def test_a_form_is_filled_with_the_newest_text_and_offers_the_others(client, anna, action):
    older = keep_for(anna, action, "<p>From the phone</p>", origin=Origin("phone", 1))
    keep_for(anna, action, "<p>From the desk</p>", origin=Origin("desk", 1))

    page = client.get(action)

    assert page.context["form"].initial["text"] == "<p>From the desk</p>"
    assert f'href="{action}?unsent={older.pk}"' in page.content.decode()
    assert "From the phone</span>" in page.content.decode()


@pytest.mark.parametrize(("asked", "text"), [("older", "<p>From the phone</p>"), ("0", "<p>One.</p>"), ("x", "newest")])
def test_its_writer_chooses_which_text_to_go_on_with(client, anna, action, asked, text):
    older = keep_for(anna, action, "<p>From the phone</p>", origin=Origin("phone", 1))
    keep_for(anna, action, "newest", origin=Origin("desk", 1))

    page = client.get(action, {"unsent": older.pk if asked == "older" else asked})

    assert page.context["form"]["text"].value() == text


def test_nobody_opens_a_form_with_anothers_text(client, anna, action):
    unsent = keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action, "<p>Hers</p>")

    page = client.get(action, {"unsent": unsent.pk})

    assert (page.context["form"]["text"].value(), "Hers" in page.content.decode()) == ("<p>One.</p>", False)


def test_a_refused_form_goes_on_with_its_text_until_it_is_sent(client, anna, action):
    own = keep_for(anna, action, "<p>Half</p>", origin=Origin("desk", 1))
    other = keep_for(anna, action, "<p>Other</p>", origin=Origin("phone", 1))
    sent = {"text": "<p>Whole</p>", "revision": "1", **on_page("desk")}

    refused = client.post(action, {**sent, "status": "finished"})
    form = {**sent, "status": "draft", **opened_with(refused.context["unsent"].source), **on_page("next")}
    done = client.post(action, form)

    assert (refused.status_code, refused.context["unsent"].source) == (422, own)
    assert (done.status_code, list(UnsentText.objects.all())) == (302, [other])


def test_the_page_of_unsent_texts_shows_ones_own_with_their_first_words(client, anna, action):
    keep_for(anna, action, "<p>Ask &amp; listen</p><p>first</p>")
    keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action, "<p>Of somebody else</p>")

    page = client.get(reverse("ulg:unsent-texts", args=[anna.city.slug])).content.decode()

    assert ("Ask &amp; listen first" in page, "Of somebody else" in page) == (True, False)
    assert f'href="{action}?unsent={UnsentText.objects.get(author=anna).pk}"' in page


def test_what_was_chosen_from_a_list_is_not_shown_as_words(client, anna, action):
    UnsentText.objects.create(
        author=anna, form_url=action, page=action, fields={"text": ["Few"], "status": ["addressed"]}
    )

    page = client.get(reverse("ulg:unsent-texts", args=[anna.city.slug])).content.decode()

    assert ("Few" in page, "addressed" in page) == (True, False)


def test_the_page_of_unsent_texts_says_when_there_are_none(client, anna):
    assert "No unsent texts" in client.get(reverse("ulg:unsent-texts", args=[anna.city.slug])).content.decode()


def test_the_page_of_unsent_texts_asks_as_much_for_one_as_for_thirty(client, anna):
    url = reverse("ulg:unsent-texts", args=[anna.city.slug])
    page = f"/{anna.city.slug}/plan/"
    UnsentText.objects.create(author=anna, form_url=page, page=page, title="First")
    few = queries_of(client, url)
    more = [UnsentText(author=anna, form_url=f"{page}{number}", page=page, title="More") for number in range(30)]
    UnsentText.objects.bulk_create(more)

    assert queries_of(client, url) == few <= MOST


def test_a_text_is_thrown_away_only_when_one_says_so(client, anna, action):
    unsent = keep_for(anna, action)
    url = reverse("ulg:unsent-discard", args=[anna.city.slug, unsent.pk])

    asked = client.get(url)
    still_there = UnsentText.objects.exists()
    done = confirm(client, asked)

    assert ("Delete your unsent text?" in asked.content.decode(), still_there) == (True, True)
    assert (done.url, UnsentText.objects.exists()) == (action, False)


def test_a_text_is_thrown_away_by_the_page_that_asks_only(client, anna, action):
    unsent = keep_for(anna, action)

    response = client.post(reverse("ulg:unsent-discard", args=[anna.city.slug, unsent.pk]))

    assert (response.status_code, UnsentText.objects.exists()) == (422, True)
    assert "Delete your unsent text?" in response.content.decode()


def test_a_text_that_has_gone_on_is_asked_about_once_more(client, anna, action):
    unsent = keep_for(anna, action)
    asked = client.get(reverse("ulg:unsent-discard", args=[anna.city.slug, unsent.pk]))
    UnsentText.objects.update(version=unsent.version + 1, fields={"text": ["More words"]})

    response = confirm(client, asked)

    assert (response.status_code, UnsentText.objects.exists()) == (422, True)
    assert "More words" in response.content.decode()


def test_nobody_sees_or_throws_away_anothers_text(client, anna, action):
    unsent = keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    url = reverse("ulg:unsent-discard", args=[anna.city.slug, unsent.pk])

    assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)


def test_an_unsent_text_that_rests_is_no_sign_of_writing(client, anna, action, keep_url, section):
    unsent = keep_for(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    UnsentText.objects.filter(pk=unsent.pk).update(saved_at=timezone.now() - timedelta(minutes=2))

    answer = client.get(keep_url, about(action, unsent_record=f"section/{section.pk}", revision="1")).json()

    assert answer["writers"] == ""


def test_texts_that_begin_alike_are_told_apart_in_the_form_and_in_the_list(client, anna, action):
    alike = " ".join(["the same words"] * 10)
    for ending, window in (("for schools", "desk"), ("for roads and bridges", "sofa"), ("for parks", "bed")):
        keep_for(anna, action, f"<p>{alike} {ending}</p>", origin=Origin(window, 1))

    pages = [client.get(page).content.decode() for page in (action, reverse("ulg:unsent-texts", args=[anna.city.slug]))]

    shown = [re.findall(r">(… words for[^<]*)</span>\s+\((\d+) words\)", page) for page in pages]
    schools, roads, parks = (
        ("… words for schools", "32"),
        ("… words for roads and bridges", "34"),
        ("… words for parks", "32"),
    )
    assert shown == [[roads, schools], [parks, roads, schools]]
