import re

import pytest
from django.urls import reverse

from actionplan.models import Section
from tests.factories import CommentFactory, MembershipFactory, SectionFactory
from tests.queries import MOST, queries_of
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import saving, unsent_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return SectionFactory(text="<p>Every contract asks whom it serves.</p>", status="draft")


def log_in(client, section, role=Role.EDITOR):
    seat = MembershipFactory(city=section.plan.city, role=role)
    client.force_login(seat.user)
    return seat


def url_of(section, name="section-edit"):
    return reverse(f"actionplan:{name}", args=[section.plan.city.slug, section.key])


def send(client, section, **fields):
    return client.post(url_of(section), {"text": "<p>New.</p>", "status": "draft", "revision": "1", **fields})


def stands(section) -> tuple[str, str]:
    section.refresh_from_db()
    return section.text, section.status


def test_the_page_of_a_section_shows_its_text_state_and_comments(client, section):
    log_in(client, section, Role.OBSERVER)
    CommentFactory(plan=section.plan, record=section, text="Say how.")

    page = client.get(url_of(section, "section")).content.decode()

    for words in (
        "Every contract asks whom it serves.",
        "Being written",
        "Say how.",
        "One paragraph with a target year",
    ):
        assert words in page
    assert "Edit the section" not in page


def test_its_neighbours_are_those_of_the_outline(client, section):
    log_in(client, section)

    context = client.get(url_of(section, "section")).context

    assert (context["before"]["key"], context["after"]["key"]) == ("needs", "challenges")


@pytest.mark.parametrize("key", ["nothing", "sheets"])
def test_a_section_that_the_outline_does_not_have_is_not_found(client, section, key):
    seat = log_in(client, section)

    assert client.get(reverse("actionplan:section", args=[seat.city.slug, key])).status_code == 404


def test_the_page_asks_as_much_for_one_comment_as_for_many(client, section):
    log_in(client, section)
    CommentFactory(plan=section.plan, record=section)
    few = queries_of(client, url_of(section, "section"))
    CommentFactory.create_batch(5, plan=section.plan, record=section)

    assert queries_of(client, url_of(section, "section")) == few <= MOST


@pytest.mark.parametrize(
    ("role", "statuses"), [(Role.OBSERVER, (403, 403)), (Role.MEMBER, (403, 403)), (Role.EDITOR, (302, 302))]
)
def test_writing_needs_the_permission_to_edit(client, section, role, statuses):
    log_in(client, section, role)

    status = client.post(url_of(section, "section-status"), {"status": "review", "revision": "1"})

    assert (send(client, section).status_code, status.status_code) == statuses


def test_a_section_is_written(client, section):
    log_in(client, section)

    response = send(client, section, text="<h1>Aim</h1><p onclick='x'>By <b>2030</b></p><script>x</script>")

    assert response.url == url_of(section, "section")
    assert stands(section) == ("<h2>Aim</h2><p>By <strong>2030</strong></p>", "draft")


def test_whoever_writes_in_a_section_has_started_it(client, section):
    log_in(client, section)

    send(client, section, status="not_started")

    assert stands(section) == ("<p>New.</p>", "draft")


def test_a_section_is_written_without_scripts_in_markup(client, section):
    log_in(client, section)

    send(client, section, text="## Aim\r\n\r\nBy *2030*:\r\n\r\n- one\r\n- two", text_is_markup="1")

    html = "<h2>Aim</h2><p>By <strong>2030</strong>:</p><ul><li><p>one</p></li><li><p>two</p></li></ul>"
    assert stands(section)[0] == html


def test_the_form_holds_the_text_in_marks_and_as_html_for_the_editor(client, section):
    log_in(client, section)
    saving.save(section, {"text": "<p>A <em>word</em> &amp; more</p>"}, seen=1, by=None)

    page = client.get(url_of(section)).content.decode()

    area = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)
    assert area[1] == "A _word_ &amp; more"
    assert 'data-editor="&lt;p&gt;A &lt;em&gt;word&lt;/em&gt; &amp;amp; more&lt;/p&gt;"' in area[0]
    assert 'name="text_is_markup" value="1"' in page


@pytest.mark.parametrize("fields", [{"text": ["<p>A <em>b</em></p>"]}, {"text": ["A _b_"], "text_is_markup": ["1"]}])
def test_an_unsent_text_is_found_again_in_whatever_form_it_was_written(client, section, fields):
    seat = log_in(client, section)
    unsent_texts.keep(by=seat, form_url=url_of(section), page=url_of(section), title="Vision", seen=1, fields=fields)

    form = client.get(url_of(section)).context["form"]

    assert (form["text"].value(), form["text_is_markup"].value()) == ("<p>A <em>b</em></p>", "1")


def test_a_text_without_end_is_refused_at_its_field_and_not_lost(client, section):
    log_in(client, section)

    response = send(client, section, text="<p>" + "x" * 200_001 + "</p>")

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "text": ["The text has 200008 characters; a section holds at most 200000. Move a part to another section."]
    }
    assert len(response.context["form"]["text"].value()) == 200_008


@pytest.mark.parametrize(
    "text", ["\x00\x01<p>a</p>\ufeff", "<p>a\ud83d</p>", "<p>\U0001f642</p>", "<" * 5000, "<ul><li>" * 900]
)
def test_whatever_somebody_pastes_is_cleaned(client, section, text):
    log_in(client, section)

    assert (
        send(client, section, text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).status_code
        == 302
    )


def test_opened_in_the_plan_the_form_leads_back_to_its_place_there(client, section):
    log_in(client, section)

    opened = client.get(url_of(section), headers={"hx-request": "true"})
    response = send(client, section, in_plan="1")

    page = opened.content.decode()
    assert page.lstrip().startswith('<section class="plan-section" id="vision"')
    assert 'name="in_plan"' in page
    assert response.url == reverse("actionplan:plan", args=[section.plan.city.slug]) + "#vision"


def test_how_far_it_has_come_is_changed_without_its_text(client, section):
    log_in(client, section)

    response = client.post(url_of(section, "section-status"), {"status": "review", "revision": "1"})

    assert (response.url, stands(section)[1]) == (url_of(section, "section"), "review")


def test_an_empty_section_is_not_done(client, section):
    log_in(client, section)
    Section.objects.update(text="")

    response = client.post(url_of(section, "section-status"), {"status": "done", "revision": "1"})

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "status": ["The section has no text yet, so it cannot be marked as done."]
    }


def test_continue_later_leads_back_and_the_section_tells_of_the_unsent_text(client, section):
    log_in(client, section)

    response = client.post(url_of(section), {"text": "<p>Half</p>", "revision": "1", "keep_unsent": "1"}, follow=True)

    assert "You have an unsent text here from" in response.content.decode()
    assert UnsentText.objects.get().page == url_of(section)


TABLE = {"text": "<table><tr><td>12<td>34</table><img alt='A map'>", "status": "draft", "revision": "1"}


def test_whoever_posts_a_table_is_told_that_it_became_lines(client, section):
    log_in(client, section)

    response = client.post(url_of(section), TABLE, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Saved.",
        "Sections cannot contain tables yet: each row was turned into a line, with | between the cells.",
        "Sections cannot contain pictures yet: each picture's description was kept, in brackets.",
    ]
    assert stands(section)[0] == "<p>12 | 34</p><p>[A map]</p>"


@pytest.mark.parametrize(
    ("sent", "told"),
    [(TABLE, 2), ({"text": "a\tb", "text_is_markup": "1"}, 1), ({"text": "a b", "text_is_markup": "1"}, 0), ({}, 0)],
)
def test_whoever_keeps_a_table_for_later_is_told_as_well(client, section, sent, told):
    log_in(client, section)

    response = client.post(url_of(section), {"text": "", "revision": "1", "keep_unsent": "1", **sent}, follow=True)

    assert len(response.context["messages"]) == told + 1


def test_the_editor_gets_what_was_copied_as_a_section_holds_it(client, section):
    seat = log_in(client, section)

    response = client.post(reverse("actionplan:pasted", args=[seat.city.slug]), {"html": "", "text": "a\tb\n1\t2"})

    html = "<p><strong>a</strong> | <strong>b</strong></p><p>1 | 2</p>"
    assert response.json() == {"html": html, "tables": 1, "pictures": 0}
