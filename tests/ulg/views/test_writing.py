"""How every form of a record answers, tried on sections and on an organisation."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from actionplan.models import Section
from tests.factories import BarrierFactory, FindingFactory, MembershipFactory, SectionFactory
from tests.unsent import opened_with
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import saving, unsent_texts

pytestmark = pytest.mark.django_db

BASE = "<p>One.</p><p>Two.</p><p>Three.</p>"


@pytest.fixture
def section():
    return SectionFactory(text=BASE)


@pytest.fixture
def anna(section):
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR, user__name="Anna Lindqvist")


@pytest.fixture
def karin(section, client):
    seat = MembershipFactory(city=section.plan.city, role=Role.EDITOR, user__name="Karin Åström")
    client.force_login(seat.user)
    return seat


@pytest.fixture
def url(section):
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


def send(client, url, text, revision="1", **more):
    return client.post(url, {"text": text, "status": "draft", "revision": revision, **more})


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def text_of(section) -> str:
    return Section.objects.get(pk=section.pk).text


def test_a_save_leads_to_the_record_and_says_so(client, karin, section, url):
    response = send(client, url, "<p>New.</p>")

    assert (response.status_code, response.url, said(response)) == (302, section.get_absolute_url(), ["Saved."])
    assert text_of(section) == "<p>New.</p>"


def test_a_save_without_a_change_says_that_there_was_none(client, karin, section, url):
    saving.save(section, {"status": "draft"}, seen=1, by=karin)

    response = send(client, url, BASE, revision="2")

    assert said(response) == ["Nothing had changed, so nothing was saved."]


def test_a_merge_names_whose_text_was_joined(client, anna, karin, section, url):
    saving.save(section, {"text": "<p>One by Anna.</p><p>Two.</p><p>Three.</p>"}, seen=1, by=anna)

    response = send(client, url, "<p>One.</p><p>Two.</p><p>Three by Karin.</p>")

    assert said(response) == ["Saved together with what Anna Lindqvist wrote in the meantime."]
    assert text_of(section) == "<p>One by Anna.</p><p>Two.</p><p>Three by Karin.</p>"


def test_a_merge_with_ones_own_other_window_says_so(client, karin, section, url):
    saving.save(section, {"text": "<p>One, phone.</p><p>Two.</p><p>Three.</p>"}, seen=1, by=karin)

    response = send(client, url, "<p>One.</p><p>Two.</p><p>Three, desk.</p>")

    assert said(response) == ["Saved together with what you wrote in another window in the meantime."]


def test_an_overlap_shows_both_texts_and_saves_nothing(client, anna, karin, section, url):
    theirs = "<p>One.</p><p>Two by Anna.</p><p>Three by Anna.</p>"
    saving.save(section, {"text": theirs}, seen=1, by=anna)

    response = send(client, url, "<p>One.</p><p>Two.</p><p>Three by Karin.</p>")

    page = response.content.decode()
    assert (response.status_code, text_of(section)) == (409, theirs)
    assert "What Anna Lindqvist saved" in page
    assert '<ins><span class="visually-hidden">only here: </span> Anna</ins>' in page
    assert '<ins><span class="visually-hidden">only here: </span> Karin</ins>' in page
    form = response.context["form"]
    assert form.initial["revision"] == 2
    assert form.initial["text"] == "<p>One.</p><p>Two by Anna.</p><p>Three by Karin.</p>"


def test_the_writers_own_text_is_kept_as_an_unsent_text_too_and_conflicts_again(client, anna, karin, section, url):
    saving.save(section, {"text": "<p>Anna.</p>"}, seen=1, by=anna)
    mine = "<p>Karin.</p><p>Two.</p><p>Three.</p>"

    send(client, url, mine)
    unsent = UnsentText.objects.get()
    found_again = client.get(url).context["form"].initial
    again = send(client, url, found_again["text"], revision=found_again["revision"])

    assert (unsent.author, unsent.fields["text"], unsent.seen_revision) == (karin, [mine], 1)
    assert (found_again["text"], found_again["revision"], again.status_code) == (mine, 1, 409)


def test_saving_from_the_page_with_both_texts_replaces_theirs_in_full_sight(client, anna, karin, section, url):
    saving.save(section, {"text": "<p>Anna.</p>"}, seen=1, by=anna)
    send(client, url, "<p>Karin.</p>")

    response = send(client, url, "<p>Karin and Anna.</p>", revision="2", **opened_with(UnsentText.objects.get()))

    assert (response.status_code, text_of(section)) == (302, "<p>Karin and Anna.</p>")
    assert not UnsentText.objects.exists()


@pytest.mark.parametrize("revision", ["", "0", "99", "x", "9" * 30])
def test_a_form_without_a_revision_that_was_there_saves_nothing(client, karin, section, url, revision):
    response = send(client, url, "<p>New.</p>", revision=revision)

    assert (response.status_code in {409, 422}, text_of(section)) == (True, BASE)
    assert "New" in response.content.decode()


def test_a_text_that_is_too_long_for_an_unsent_text_stands_on_the_page_with_both(client, anna, karin, section, url):
    saving.save(section, {"text": "<p>Anna.</p>"}, seen=1, by=anna)
    mine = "<p>" + "x" * 150_000 + "</p>"

    response = send(client, url, mine, more="y" * 300_000)

    assert (response.status_code, UnsentText.objects.exists()) == (409, False)
    assert response.context["form"].initial["text"] == mine


def test_a_wrong_form_keeps_what_was_written(client, karin, url):
    response = client.post(url, {"text": "<p>New.</p>", "status": "finished", "revision": "1"})

    assert (response.status_code, response.context["form"]["text"].value()) == (422, "<p>New.</p>")


def test_an_unsent_text_is_found_again_with_a_note(client, karin, section, url):
    unsent_texts.keep(by=karin, form_url=url, page=url, title="Vision", seen=1, fields={"text": ["<p>Unsent.</p>"]})

    response = client.get(url)

    assert response.context["form"].initial["text"] == "<p>Unsent.</p>"
    assert "This is your unsent text" in response.content.decode()


def test_an_older_unsent_text_says_what_was_saved_since(client, anna, karin, section, url):
    unsent_texts.keep(by=karin, form_url=url, page=url, title="Vision", seen=1, fields={"text": ["<p>Unsent.</p>"]})
    saving.save(section, {"text": "<p>Anna.</p>"}, seen=1, by=anna)

    assert "Anna Lindqvist saved this today" in client.get(url).content.decode()


def test_a_saved_form_leaves_no_unsent_text(client, karin, url):
    unsent = unsent_texts.keep(
        by=karin, form_url=url, page=url, title="Vision", seen=1, fields={"text": ["<p>Unsent.</p>"]}
    )

    send(client, url, "<p>Sent.</p>", **opened_with(unsent))

    assert not UnsentText.objects.exists()


def test_continue_later_keeps_the_text_without_saving_it(client, karin, section, url):
    response = send(client, url, "<p>Half a thought</p>", keep_unsent="1")

    assert (response.status_code, text_of(section)) == (302, BASE)
    assert UnsentText.objects.get().fields == {"text": ["<p>Half a thought</p>"], "status": ["draft"]}
    assert said(response) == ["Your text is saved, and only you can see it. It is not in the plan yet."]


def test_whoever_opens_a_form_sees_who_writes_in_it(client, anna, karin, url):
    unsent_texts.keep(by=anna, form_url=url, page=url, title="Vision", seen=1, fields={"text": ["<p>Anna.</p>"]})

    page = client.get(url).content.decode()

    assert "Anna Lindqvist is writing here. Your changes are merged if they affect different paragraphs." in page


def test_links_that_the_writer_took_away_are_away_in_their_unsent_text_too(client, karin, section):
    barrier = BarrierFactory(plan=section.plan, findings=[FindingFactory(plan=section.plan)])
    url = reverse("actionplan:barrier-edit", args=[section.plan.city.slug, barrier.pk])
    unsent_texts.keep(by=karin, form_url=url, page=url, title="Barrier", seen=1, fields={"title": ["New"]})

    assert client.get(url).context["form"]["findings"].value() == []


def test_short_values_stand_side_by_side_in_the_words_of_their_lists(client, anna, karin, section, url):
    saving.save(section, {"status": "done"}, seen=1, by=anna)

    page = " ".join(client.post(url, {"text": BASE, "status": "review", "revision": "1"}).content.decode().split())

    assert '<p class="value">Done</p>' in page
    assert '<p class="value">In review</p>' in page
    assert "Before: Not started" in page
