"""Where the focus goes when a part of a page is exchanged, a form is refused, or a control goes away."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from actionplan.models import Barrier, Comment
from actionplan.queries.comments import A_PAGE
from actionplan.services import comments
from tests.browser.pages import address, write_offline
from tests.factories import BarrierFactory

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = re.compile(r"^(?!Error:)")
ERROR = re.compile(r"^Error: ")


@pytest.fixture
def barrier(section, karin) -> Barrier:
    found = BarrierFactory(plan=section.plan)
    comments.add(found, text="We see it too.", by=karin)
    return found


def errors(page: Page):
    return page.get_by_role("group", name="Correct ")


def focused_id(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def test_reply_leads_to_its_box_and_a_posted_reply_to_itself(browse, barrier, anna):
    page = browse(anna)
    page.goto(barrier.get_absolute_url())

    page.get_by_role("link", name="Answer").press("Enter")
    expect(page.get_by_label("Your reply")).to_be_focused()
    page.keyboard.type("We divide it.")
    page.get_by_role("button", name="Post answer").press("Enter")

    expect(page.locator(".answer")).to_be_focused()
    assert focused_id(page) == f"comment-{Comment.objects.latest('pk').pk}"


def test_a_posted_comment_has_the_focus_also_where_the_list_is_long(browse, barrier, anna, karin):
    for number in range(A_PAGE * 2):
        comments.add(barrier, text=f"Comment {number}.", by=karin)
    page = browse(anna)
    page.goto(f"{barrier.get_absolute_url()}?comments=1")

    page.get_by_label("Your comment").fill("The last of them.")
    page.get_by_role("button", name="Post comment").press("Enter")

    expect(page.get_by_text("The last of them.")).to_be_visible()
    expect(page.locator("article.comment", has_text="The last of them.")).to_be_focused()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_posted_comment_has_the_focus_after_a_plain_form(browse, barrier, anna, has_scripts):
    page = browse(anna, java_script_enabled=has_scripts)
    page.route("**/htmx*.js", lambda route: route.abort())
    page.goto(reverse("actionplan:comment-add", args=[anna.city.slug, "barrier", barrier.pk]))

    page.get_by_label("Your comment").fill("Said without swaps.")
    page.get_by_role("button", name="Post comment").click()

    expect(page.locator("article.comment", has_text="Said without swaps.")).to_be_focused()


def test_a_refused_comment_leads_to_its_errors_and_says_so_in_the_title_until_it_is_posted(browse, barrier, anna):
    page = browse(anna)
    page.goto(barrier.get_absolute_url())

    page.get_by_role("button", name="Post comment").press("Enter")
    expect(errors(page)).to_be_focused()
    expect(page).to_have_title(ERROR)
    page.get_by_role("link", name="Your comment:").press("Enter")
    expect(page.get_by_label("Your comment")).to_be_focused()
    page.keyboard.type("Now with words.")
    page.get_by_role("button", name="Post comment").press("Enter")

    expect(page.locator("article.comment", has_text="Now with words.")).to_be_focused()
    expect(page).to_have_title(TITLE)


def test_two_refused_forms_of_a_page_keep_their_ids_apart(browse, barrier, anna, karin):
    comments.add(barrier, text="And one more.", by=karin)
    page = browse(anna)
    page.goto(barrier.get_absolute_url())

    for place in (0, 1):
        page.get_by_role("link", name="Answer").first.press("Enter")
        expect(page.get_by_label("Your reply").nth(place)).to_be_focused()
        page.get_by_role("button", name="Post answer").nth(place).press("Enter")
        expect(errors(page).nth(place)).to_be_focused()

    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert [each for each in set(ids) if ids.count(each) > 1] == []


def test_a_reader_who_goes_on_at_once_is_not_called_back(browse, barrier, anna):
    page = browse(anna)
    page.goto(barrier.get_absolute_url())
    page.evaluate("""document.addEventListener("htmx:afterSwap", () => setTimeout(() => {
      document.querySelector("#main h1").tabIndex = -1;
      document.querySelector("#main h1").focus();
    }));""")

    with page.expect_event("console", lambda said: said.text == "settled"):
        page.evaluate(
            """document.addEventListener("htmx:afterSettle", () => setTimeout(() => console.log("settled"), 50))"""
        )
        page.get_by_role("button", name="Post comment").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_refused_page_opens_at_its_errors_and_says_so_in_the_title(browse, section, anna, has_scripts):
    page = browse(anna, java_script_enabled=has_scripts)
    page.goto(reverse("actionplan:barrier-add", args=[anna.city.slug]))

    page.get_by_role("button", name="Add a barrier").click()

    expect(errors(page)).to_be_focused()
    expect(page).to_have_title(ERROR)


def test_a_refused_page_opens_at_its_errors_also_where_the_address_leads_to_a_field(browse, barrier, anna):
    page = browse(anna)
    page.goto(reverse("actionplan:barrier-edit", args=[anna.city.slug, barrier.pk]) + "#id_description")

    page.get_by_label("The barrier, in one sentence").fill("")
    page.get_by_role("button", name="Save").click()

    expect(errors(page)).to_be_focused()


def test_a_refused_login_opens_at_its_errors(page, live_server):
    page.goto(f"{live_server.url}{reverse('account_login')}")

    page.get_by_role("button", name="Send the code").click()

    expect(errors(page)).to_be_focused()
    expect(page).to_have_title(ERROR)


def test_what_somebody_changed_meanwhile_has_the_focus_and_stands_in_the_title(browse, barrier, anna):
    page = browse(anna)
    page.goto(reverse("actionplan:barrier-remove", args=[anna.city.slug, barrier.pk]))
    Barrier.objects.update(revision=2)

    page.get_by_role("button", name="Remove B").click()

    expect(page.get_by_text("Somebody changed it after you opened this page.")).to_be_focused()
    expect(page).to_have_title(ERROR)


def test_a_section_opened_in_the_plan_has_the_focus_with_ids_of_its_own(browse, section, anna):
    page = browse(anna)
    page.goto(reverse("actionplan:plan", args=[anna.city.slug]))

    page.get_by_role("link", name="Edit 1.5 Vision").press("Enter")

    expect(page.get_by_role("textbox", name="Text")).to_be_focused()
    assert focused_id(page) == "vision-text"


def test_a_note_that_is_thrown_away_leads_to_the_next_control(browse, section, anna):
    again = write_offline(browse(anna), section)
    again.goto(address(section))

    again.once("dialog", lambda question: question.accept())
    again.get_by_role("button", name="Delete the text").press("Enter")

    expect(again.get_by_role("button", name="Heading", exact=True)).to_be_focused()


def test_the_next_page_of_a_list_begins_at_its_content(browse, section, anna):
    BarrierFactory.create_batch(60, plan=section.plan)
    page = browse(anna)
    page.goto(reverse("actionplan:barriers", args=[anna.city.slug]))

    page.get_by_role("link", name="Next page").press("Enter")

    page.wait_for_url("**page=2*")
    expect(page.locator("main")).to_be_focused()
