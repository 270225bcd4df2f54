"""Two browsers in one section, a lost connection, an ended session: tried in a real browser with the real headers."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.pages import A_ROUND, SAVED, address, line, log_in, open_editor, stands, type_into, write_offline
from tests.factories import BarrierFactory
from ulg.models import UnsentText

pytestmark = pytest.mark.django_db(transaction=True)
OFFLINE = "No connection. Your text is kept in this browser, and saved when the connection is back."
NOT_NOW = "The portal cannot save your text just now. It is kept in this browser, and we try again in a moment."
NOT_HERE = "Your text is not saved, and this browser cannot keep it. Leave the page open: we try again in a moment."


def test_two_who_write_in_different_paragraphs_are_joined_and_both_hear_of_it(browse, section, anna, karin):
    one, other = browse(anna), browse(karin)
    open_editor(one, section)
    type_into(one, "One.", " By Anna.")
    one.clock.fast_forward(A_ROUND)
    expect(line(one)).to_have_text(SAVED)
    open_editor(other, section)
    expect(other.locator("main").get_by_text("Anna Lindqvist is writing here.")).to_be_visible()
    type_into(other, "Three.", " By Karin.")

    one.get_by_role("button", name="Save in the plan").click()
    expect(one.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    other.clock.fast_forward(A_ROUND)
    expect(other.locator("main").get_by_text("Anna Lindqvist saved this today")).to_be_visible()
    other.get_by_role("button", name="Save in the plan").click()

    expect(
        other.locator("main").get_by_text("Saved together with what Anna Lindqvist wrote in the meantime.")
    ).to_be_visible()
    assert stands(section) == "<p>One. By Anna.</p><p>Two.</p><p>Three. By Karin.</p>"
    one.reload()
    expect(
        one.locator("main").get_by_text("Merged from what Anna Lindqvist and Karin Åström wrote at the same time")
    ).to_be_visible()
    assert not UnsentText.objects.exists()


def test_two_who_write_in_one_paragraph_see_both_texts_and_settle_it(browse, section, anna, karin):
    one, other = browse(anna), browse(karin)
    for page, words in ((one, " By Anna."), (other, " By Karin.")):
        open_editor(page, section)
        type_into(page, "Two.", words)

    one.get_by_role("button", name="Save in the plan").click()
    expect(one.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    other.get_by_role("button", name="Save in the plan").click()

    expect(other.get_by_role("heading", name="What Anna Lindqvist saved")).to_be_visible()
    expect(other.locator(".both-sides ins")).to_contain_text(["Anna", "Karin"])
    assert stands(section) == "<p>One.</p><p>Two. By Anna.</p><p>Three.</p>"
    type_into(other, "Two. By Karin.", " And by Anna.")
    other.get_by_role("button", name="Save this text").click()
    expect(other.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    assert stands(section) == "<p>One.</p><p>Two. By Karin. And by Anna.</p><p>Three.</p>"


def test_without_connection_the_text_stays_in_the_browser_and_goes_out_with_it(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)

    page.context.set_offline(True)
    type_into(page, "Two.", " Offline.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(OFFLINE)
    page.get_by_role("button", name="Save in the plan").click()
    expect(line(page)).to_have_text(OFFLINE)
    page.context.set_offline(False)

    expect(line(page)).to_have_text(SAVED)
    assert UnsentText.objects.get().fields["text"] == ["<p>One.</p><p>Two. Offline.</p><p>Three.</p>"]


def test_while_the_portal_cannot_save_it_says_so_and_saves_by_itself_later(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    page.route("**/unsent/keep/", lambda route: route.fulfill(status=503, body="<h1>The portal is unavailable</h1>"))

    type_into(page, "Two.", " Meanwhile.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(f"{NOT_NOW} Try now")
    page.unroute_all()
    page.clock.fast_forward(2 * A_ROUND)

    expect(line(page)).to_have_text(SAVED)
    assert UnsentText.objects.get().fields["text"] == ["<p>One.</p><p>Two. Meanwhile.</p><p>Three.</p>"]


def test_a_browser_that_keeps_nothing_says_that_the_page_must_stay_open(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.context.set_offline(True)

    type_into(page, "Two.", " Meanwhile.")
    page.clock.fast_forward(A_ROUND)

    expect(line(page)).to_have_text(f"{NOT_HERE} Try now")


def test_a_text_that_never_reached_the_server_is_back_when_the_form_is_opened_again(browse, section, anna):
    page = write_offline(browse(anna), section)

    page.goto(address(section))

    expect(page.locator("main").get_by_text("had not been saved. It has been restored.")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Two. Offline.")
    page.get_by_role("button", name="Delete the text").click()  # and says no to the question
    expect(page.locator(".ProseMirror")).to_contain_text("Offline")
    page.once("dialog", lambda question: question.accept())
    page.get_by_role("button", name="Delete the text").click()
    expect(page.locator(".ProseMirror")).not_to_contain_text("Offline")


def test_a_form_whose_sending_failed_has_its_text_again_when_it_is_opened(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.fallback())
    type_into(page, "Two.", " Sent.")

    page.get_by_role("button", name="Save in the plan").click()
    page.wait_for_url("chrome-error://**")
    page.unroute_all()
    page.goto(address(section))

    expect(page.locator("main").get_by_text("had not been saved. It has been restored.")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Two. Sent.")


def test_an_ended_session_leads_back_to_the_text(browse, section, anna, live_server):
    page = browse(anna)
    open_editor(page, section)
    Session.objects.all().delete()

    type_into(page, "Two.", " Before.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("You have been logged out. The text is kept for you.")
    type_into(page, "Three.", " And after.")
    page.get_by_role("button", name="Save in the plan").click()
    page.wait_for_url("**/accounts/login/**")
    expect(page.locator("main").get_by_text("Your text is kept: log in and continue with it.")).to_be_visible()
    log_in(page.context, anna, live_server.url)
    page.goto(address(section))

    expect(page.locator("main").get_by_text("after you had been logged out")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Three. And after.")
    assert stands(section) == "<p>One.</p><p>Two.</p><p>Three.</p>"


def test_logged_in_again_in_another_window_one_goes_on_in_the_first(browse, section, anna, live_server):
    page = browse(anna)
    open_editor(page, section)
    Session.objects.all().delete()
    type_into(page, "Two.", " Before.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("You have been logged out.")

    page.context.clear_cookies()
    log_in(page.context, anna, live_server.url)
    page.context.new_page().goto(reverse("ulg:unsent-texts", args=[anna.city.slug]))
    page.bring_to_front()
    page.clock.fast_forward(30_000)

    expect(line(page)).to_have_text(SAVED)
    page.get_by_role("button", name="Save in the plan").click()
    expect(page.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    assert stands(section) == "<p>One.</p><p>Two. Before.</p><p>Three.</p>"


def test_what_is_typed_before_the_scripts_are_there_is_kept_too(browse, section, anna):
    barrier = BarrierFactory(plan=section.plan)
    page = browse(anna)
    held = []
    page.route("**/js/unsent_text.js", lambda route: held.append(route))
    with page.expect_request("**/js/unsent_text.js"):
        page.goto(barrier.get_absolute_url(), wait_until="commit")
    page.get_by_label("Your comment").fill("We see it too.")
    assert line(page).count() == 0

    held[0].continue_()

    expect(line(page)).to_have_text(SAVED)
    assert UnsentText.objects.get().fields["text"] == ["We see it too."]


def test_a_comment_that_was_sent_leaves_no_unsent_text_and_no_copy(browse, section, anna):
    barrier = BarrierFactory(plan=section.plan)
    page = browse(anna)
    page.clock.install()
    page.goto(barrier.get_absolute_url())
    page.get_by_label("Your comment").fill("We see it too.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(SAVED)

    page.get_by_role("button", name="Post comment").click()

    expect(page.locator("main").get_by_text("Your comment is posted.")).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_value("")
    page.clock.fast_forward(A_ROUND)
    assert page.evaluate("Object.keys(localStorage)") == ["genprocure-person"]
    assert not UnsentText.objects.exists()


def test_a_text_that_went_on_after_the_login_had_ended_is_offered_whole_and_once(browse, section, anna, live_server):
    page = browse(anna)
    open_editor(page, section)
    type_into(page, "Two.", " Half")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(SAVED)
    Session.objects.all().delete()
    type_into(page, "Half", " and the whole.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("You have been logged out.")
    again = page.context.new_page()
    page.close()
    log_in(again.context, anna, live_server.url)

    open_editor(again, section)

    expect(again.locator(".ProseMirror")).to_contain_text("Half and the whole.")
    expect(again.locator(".unsent-others")).to_have_count(0)
    again.get_by_role("button", name="Save in the plan").click()
    expect(again.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
    assert not UnsentText.objects.exists()
