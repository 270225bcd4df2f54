"""Unsent text in several windows of one writer, and in a browser that several people use."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.pages import A_ROUND, NO_NETWORK, SAVED, address, line, log_in, open_editor, type_into
from tests.factories import BarrierFactory
from ulg.models import Membership, UnsentText

pytestmark = pytest.mark.django_db(transaction=True)

CLOSED = "This page has been closed"
NEW_YORK = "America/New_York"


def new_tab(page: Page) -> Page:
    return page.context.new_page()


def write(page: Page, words: str, *, close: bool = False) -> None:
    """Type at the end of the second paragraph, until it is said to be saved."""
    page.bring_to_front()
    type_into(page, "Two.", f" {words}")
    let_it_be_kept(page)
    if close:
        page.close()


def let_it_be_kept(page: Page) -> None:
    with page.expect_response(lambda response: response.request.method == "POST" and response.ok):
        page.clock.fast_forward(A_ROUND)
    expect(line(page)).to_have_text(SAVED)


def kept() -> set[tuple[int, str]]:
    """Whose texts are kept, with what stands after the second paragraph."""
    texts = UnsentText.objects.all()
    return {(unsent.author_id, unsent.fields["text"][0].split("Two.")[1].split("</p>")[0].strip()) for unsent in texts}


def copies(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key !== 'genprocure-person')")


def wait_until_handed_over(page: Page) -> None:
    page.evaluate("""async () => {
        while (Object.keys(localStorage).length > 1) await new Promise(requestAnimationFrame);
    }""")


class TestTwoWindows:
    def test_both_texts_are_there_when_the_form_is_opened_again(self, browse, section, anna):
        first = browse(anna)
        second = new_tab(first)
        last = new_tab(first)
        for page in (first, second):
            open_editor(page, section)
        write(first, "In the first.", close=True)
        write(second, "In the second.", close=True)

        open_editor(last, section)
        last.clock.fast_forward(4 * A_ROUND)

        expect(last.locator(".ProseMirror")).to_contain_text("In the second.")
        expect(last.locator(".unsent-others")).to_contain_text("In the first.")
        last.get_by_role("link", name="Continue with it").click()
        expect(last.locator(".ProseMirror")).to_contain_text("In the first.")
        expect(last.locator(".unsent-others")).to_contain_text("In the second.")
        assert kept() == {(anna.pk, "In the first."), (anna.pk, "In the second.")}

    def test_a_window_that_another_one_still_writes_in_is_left_alone(self, browse, section, anna):
        first = browse(anna)
        open_editor(first, section)
        write(first, "In the first.")
        second = new_tab(first)
        open_editor(second, section)
        expect(second.locator("main").get_by_text("You are writing this text in another window too.")).to_be_visible()

        write(second, "In the second.", close=True)

        assert kept() == {(anna.pk, "In the first."), (anna.pk, "In the first. In the second.")}

    def test_a_window_that_the_page_opened_is_not_taken_for_the_same(self, browse, section, anna):
        first = browse(anna)
        open_editor(first, section)
        with first.expect_popup() as opened:
            first.evaluate("window.open(location.href)")
        second = opened.value
        second.clock.install()
        expect(second.get_by_role("toolbar")).to_be_visible()

        write(first, "In the first.")
        write(second, "In the second.")

        assert kept() == {(anna.pk, "In the first."), (anna.pk, "In the second.")}

    def test_what_is_sent_takes_only_its_own_text_along(self, browse, section, anna):
        first = browse(anna)
        second = new_tab(first)
        for page in (first, second):
            open_editor(page, section)
        write(first, "In the first.")
        write(second, "In the second.")

        first.bring_to_front()
        first.get_by_role("button", name="Save in the plan").click()

        expect(first.locator("main").get_by_text("Saved.", exact=True)).to_be_visible()
        assert kept() == {(anna.pk, "In the second.")}

    def test_a_copy_that_never_reached_us_is_offered_beside_a_kept_text(self, browse, section, anna):
        first = browse(anna)
        second = new_tab(first)
        for page in (first, second):
            open_editor(page, section)
        write(first, "In the first.", close=True)
        last = new_tab(second)
        second.context.set_offline(True)
        type_into(second, "Two.", " Never arrived.")
        second.clock.fast_forward(A_ROUND)
        second.evaluate(NO_NETWORK)  # a closing page is no longer held offline by the browser's tools
        second.close()
        last.context.set_offline(False)

        open_editor(last, section)
        last.clock.fast_forward(4 * A_ROUND)
        expect(last.locator(".ProseMirror")).to_contain_text("In the first.")
        assert kept() == {(anna.pk, "In the first.")}
        expect(last.locator("main").get_by_text("This browser has a text of yours from")).to_contain_text(
            "Never arrived."
        )
        last.get_by_role("button", name="Restore").click()
        expect(last.locator(".ProseMirror")).to_contain_text("Never arrived.")
        let_it_be_kept(last)

        assert kept() == {(anna.pk, "In the first."), (anna.pk, "Never arrived.")}


class TestAnotherPerson:
    def become(self, page: Page, member: Membership, url: str) -> None:
        page.context.clear_cookies(name="sessionid")
        log_in(page.context, member, url)

    def test_who_logs_in_on_the_same_browser_gets_none_of_it(self, browse, section, anna, karin, live_server):
        page = browse(anna)
        open_editor(page, section)
        self.become(page, karin, live_server.url)

        type_into(page, "Two.", " By Anna.")
        page.clock.fast_forward(A_ROUND)

        expect(page.get_by_role("heading", name=CLOSED)).to_be_visible()
        expect(
            page.locator("main").get_by_text("kept for the person who wrote it, until their next login")
        ).to_be_visible()
        expect(page.locator("main").get_by_text("By Anna.")).to_have_count(0)
        assert (kept(), copies(page)) == ({(anna.pk, "By Anna.")}, [])
        open_editor(page, section)
        expect(page.locator(".ProseMirror")).not_to_contain_text("By Anna.")
        self.become(page, anna, live_server.url)
        page.goto(address(section))
        expect(page.locator(".ProseMirror")).to_contain_text("By Anna.")

    def test_a_form_of_anothers_is_saved_in_nobodys_name(self, browse, section, anna, karin, live_server):
        page = browse(anna)
        open_editor(page, section)
        type_into(page, "Two.", " By Anna.")
        self.become(page, karin, live_server.url)

        page.get_by_role("button", name="Save in the plan").click()

        expect(page.get_by_role("heading", name="Nothing was saved")).to_be_visible()
        section.refresh_from_db()
        assert (section.revision, kept()) == (1, {(anna.pk, "By Anna.")})
        page.goto(address(section))
        expect(page.get_by_role("toolbar")).to_be_visible()
        wait_until_handed_over(page)

    def test_an_open_page_closes_when_somebody_else_comes(self, browse, section, anna, karin, live_server):
        page = browse(anna)
        open_editor(page, section)
        type_into(page, "Two.", " By Anna.")
        self.become(page, karin, live_server.url)

        new_tab(page).goto(reverse("ulg:unsent-texts", args=[karin.city.slug]))

        expect(page.get_by_role("heading", name=CLOSED)).to_be_visible()
        assert (kept(), copies(page)) == ({(anna.pk, "By Anna.")}, [])

    def test_logging_out_in_another_tab_closes_the_page_and_keeps_its_text(self, browse, section, anna):
        page = browse(anna)
        open_editor(page, section)
        type_into(page, "Two.", " By Anna.")
        other = new_tab(page)
        other.goto(reverse("account_logout"))

        other.locator("main").get_by_role("button", name="Log out").click()

        expect(page.get_by_role("heading", name=CLOSED)).to_be_visible()
        assert (kept(), copies(page)) == ({(anna.pk, "By Anna.")}, [])

    @pytest.mark.parametrize("is_offline", [True, False])
    def test_a_closed_tab_leaves_nothing_to_the_next(self, browse, section, anna, karin, live_server, is_offline):
        page = browse(anna)
        open_editor(page, section)
        Session.objects.all().delete()
        page.context.set_offline(is_offline)
        type_into(page, "Two.", " By Anna.")
        page.clock.fast_forward(A_ROUND)
        expect(line(page)).to_contain_text("No connection" if is_offline else "You have been logged out.")
        next_page = new_tab(page)
        page.close()
        next_page.context.set_offline(False)

        self.become(next_page, karin, live_server.url)
        open_editor(next_page, section)

        wait_until_handed_over(next_page)
        expect(next_page.locator("main")).not_to_contain_text("By Anna.")
        assert kept() == {(anna.pk, "By Anna.")}

    def test_the_way_back_after_logging_out_shows_nothing(self, browse, section, anna):
        page = browse(anna)
        page.goto(reverse("ulg:unsent-texts", args=[anna.city.slug]))
        open_editor(page, section)
        write(page, "By Anna.")
        page.get_by_role("button", name="Log out").first.click()
        page.wait_for_url("**/")

        page.go_back()

        page.wait_for_url("**/accounts/login/**")
        assert copies(page) == []

    def test_a_comment_stays_its_writers(self, browse, section, anna, karin, live_server):
        barrier = BarrierFactory(plan=section.plan)
        page = browse(anna)
        page.clock.install()
        page.goto(barrier.get_absolute_url())
        self.become(page, karin, live_server.url)

        page.get_by_label("Your comment").fill("We see it too.")
        page.get_by_role("button", name="Post comment").click()

        page.clock.fast_forward(4 * A_ROUND)
        expect(page.get_by_role("heading", name=CLOSED)).to_be_visible()
        found = [(unsent.author, unsent.fields["text"]) for unsent in UnsentText.objects.all()]
        assert (found, barrier.comments.count()) == ([(anna, ["We see it too."])], 0)


class TestClock:
    def test_the_zone_is_named_beside_the_list_of_unsent_texts_too(self, browse, section, anna):
        page = browse(anna, timezone_id=NEW_YORK)

        page.goto(reverse("ulg:unsent-texts", args=[anna.city.slug]))

        expect(page.locator("[data-zone]")).to_contain_text("All times are those of")
        expect(page.locator("[data-zone]")).to_be_visible()

    def test_the_zone_is_named_where_the_readers_clock_is_another(self, browse, section, anna):
        page = browse(anna, timezone_id=NEW_YORK)

        open_editor(page, section)

        expect(
            page.locator("main").get_by_text(f"All times are those of {anna.city.name}: Central European")
        ).to_be_visible()

    def test_nothing_is_said_of_it_where_both_clocks_agree(self, browse, section, anna):
        page = browse(anna, timezone_id="Europe/Oslo")

        open_editor(page, section)

        expect(page.locator("main").get_by_text("All times are those of")).to_be_hidden()

    def test_a_text_that_this_browser_kept_has_the_citys_time(self, browse, section, anna):
        page = browse(anna, timezone_id=NEW_YORK)
        open_editor(page, section)
        page.context.set_offline(True)
        type_into(page, "Two.", " Offline.")
        page.clock.fast_forward(A_ROUND)
        clock = "new Date().toLocaleTimeString('en-GB', {timeZone: 'Europe/Stockholm', timeStyle: 'short'})"
        told = page.evaluate(clock)
        again = new_tab(page)
        page.evaluate(NO_NETWORK)
        page.close()
        again.context.set_offline(False)

        again.goto(address(section))

        expect(again.locator("main").get_by_text("had not been saved. It has been restored.")).to_contain_text(told[:3])
