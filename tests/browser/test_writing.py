"""Two browsers in one section, a lost connection, an ended session: tried in a real browser with the real headers."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.pages import A_ROUND, SAVED, address, line, log_in, open_editor, stands, type_into
from tests.factories import BarrierFactory
from ulg.models import Draft, Membership

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_write_in_different_paragraphs_are_joined_and_both_hear_of_it(browse, section, anna, karin):
    one, other = browse(anna), browse(karin)
    open_editor(one, section)
    type_into(one, "One.", " By Anna.")
    one.clock.fast_forward(A_ROUND)
    expect(line(one)).to_have_text(SAVED)
    open_editor(other, section)
    expect(other.get_by_text("Anna Lindqvist is writing here.")).to_be_visible()
    type_into(other, "Three.", " By Karin.")

    one.get_by_role("button", name="Save in the plan").click()
    expect(one.get_by_text("Saved.", exact=True)).to_be_visible()
    other.clock.fast_forward(A_ROUND)
    expect(other.get_by_text("Anna Lindqvist saved this today")).to_be_visible()
    other.get_by_role("button", name="Save in the plan").click()

    expect(other.get_by_text("Saved together with what Anna Lindqvist wrote meanwhile.")).to_be_visible()
    assert stands(section) == "<p>One. By Anna.</p><p>Two.</p><p>Three. By Karin.</p>"
    one.reload()
    expect(one.get_by_text("Joined from what Anna Lindqvist and Karin Åström wrote at the same time")).to_be_visible()
    assert not Draft.objects.exists()


def test_two_who_write_in_one_paragraph_see_both_texts_and_settle_it(browse, section, anna, karin):
    one, other = browse(anna), browse(karin)
    for page, words in ((one, " By Anna."), (other, " By Karin.")):
        open_editor(page, section)
        type_into(page, "Two.", words)

    one.get_by_role("button", name="Save in the plan").click()
    expect(one.get_by_text("Saved.", exact=True)).to_be_visible()
    other.get_by_role("button", name="Save in the plan").click()

    expect(other.get_by_role("heading", name="What Anna Lindqvist saved")).to_be_visible()
    expect(other.locator(".both-sides ins")).to_contain_text(["Anna", "Karin"])
    assert stands(section) == "<p>One.</p><p>Two. By Anna.</p><p>Three.</p>"
    type_into(other, "Two. By Karin.", " And by Anna.")
    other.get_by_role("button", name="Save this text").click()
    expect(other.get_by_text("Saved.", exact=True)).to_be_visible()
    assert stands(section) == "<p>One.</p><p>Two. By Karin. And by Anna.</p><p>Three.</p>"


def test_without_connection_the_text_stays_in_the_browser_and_goes_out_with_it(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)

    page.context.set_offline(True)
    type_into(page, "Two.", " Offline.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text("No connection. The text is kept in this browser.")
    page.get_by_role("button", name="Save in the plan").click()
    expect(line(page)).to_have_text("No connection. The text is kept in this browser.")
    page.context.set_offline(False)

    expect(line(page)).to_have_text(SAVED)
    assert Draft.objects.get().fields["text"] == ["<p>One.</p><p>Two. Offline.</p><p>Three.</p>"]


def test_a_text_that_never_reached_the_server_is_back_when_the_form_is_opened_again(browse, section, anna):
    page = browse(anna)
    open_editor(page, section)
    page.context.set_offline(True)
    type_into(page, "Two.", " Offline.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("No connection")

    again = page.context.new_page()
    page.close()
    again.context.set_offline(False)
    page = again
    page.goto(address(section))

    expect(page.get_by_text("had not reached us. It is back.")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Two. Offline.")
    page.get_by_role("button", name="Throw it away").click()
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

    expect(page.get_by_text("had not reached us. It is back.")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Two. Sent.")


def test_an_ended_session_leads_back_to_the_text(browse, section, anna, live_server):
    page = browse(anna)
    open_editor(page, section)
    Session.objects.all().delete()

    type_into(page, "Two.", " Before.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("You have been logged out. The text is kept in this browser.")
    type_into(page, "Three.", " And after.")
    page.get_by_role("button", name="Save in the plan").click()
    page.wait_for_url("**/accounts/login/**")
    Draft.objects.all().delete()
    held = Session.objects.get().get_decoded()["held_text"]
    log_in_keeping(page, anna, live_server.url, held)
    page.goto(address(section))

    expect(page.get_by_text("You had been logged out while writing.")).to_be_visible()
    expect(page.locator(".ProseMirror")).to_contain_text("Three. And after.")
    assert stands(section) == "<p>One.</p><p>Two.</p><p>Three.</p>"


def log_in_keeping(page: Page, member: Membership, url: str, held: dict) -> None:
    """As the login does it: another key, and what the session holds goes along."""
    client = Client()
    client.force_login(member.user)
    session = client.session
    session["held_text"] = held
    session.save()
    page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": url}])


def test_logged_in_again_in_another_window_one_goes_on_in_the_first(browse, section, anna, live_server):
    page = browse(anna)
    open_editor(page, section)
    Session.objects.all().delete()
    type_into(page, "Two.", " Before.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_contain_text("You have been logged out.")

    page.context.clear_cookies()
    log_in(page.context, anna, live_server.url)
    page.context.new_page().goto(reverse("ulg:drafts", args=[anna.city.slug]))
    page.bring_to_front()
    page.clock.fast_forward(30_000)

    expect(line(page)).to_have_text(SAVED)
    page.get_by_role("button", name="Save in the plan").click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    assert stands(section) == "<p>One.</p><p>Two. Before.</p><p>Three.</p>"


def test_an_older_window_does_not_write_over_what_a_newer_one_kept(browse, section, anna):
    old = browse(anna)
    open_editor(old, section)
    new = browse(anna)
    open_editor(new, section)
    type_into(new, "One.", " Newer.")
    new.clock.fast_forward(A_ROUND)
    expect(line(new)).to_have_text(SAVED)

    type_into(old, "Three.", " Older.")
    old.clock.fast_forward(A_ROUND)
    expect(line(old)).to_contain_text("You have this text open in another window too")
    assert "Newer." in Draft.objects.get().fields["text"][0]
    old.get_by_role("button", name="Keep the text in this window").click()
    expect(line(old)).to_have_text(SAVED)
    assert "Older." in Draft.objects.get().fields["text"][0]


def test_a_comment_that_was_sent_leaves_no_draft_and_no_copy(browse, section, anna):
    barrier = BarrierFactory(plan=section.plan)
    page = browse(anna)
    page.clock.install()
    page.goto(barrier.get_absolute_url())
    page.get_by_label("Your comment").fill("We see it too.")
    page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(SAVED)

    page.get_by_role("button", name="Post comment").click()

    expect(page.get_by_text("Your comment is posted.")).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_value("")
    page.clock.fast_forward(A_ROUND)
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert not Draft.objects.exists()
