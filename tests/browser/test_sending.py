"""What somebody types while a form is being sent, presses twice, or sends again because no answer came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, Route, expect

from actionplan.models import Barrier, Comment
from tests.browser.pages import A_ROUND, address, line, stands, type_into
from tests.factories import BarrierFactory, CommentFactory, MembershipFactory
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
SENDING = "Sending …"
LOST = "We do not know whether it arrived. Your text is here: send it again, it is only saved once."
SLOW = "The response is taking a long time. You can continue writing or send again: it is only saved once."


@dataclass
class Server:
    """Holds back every form that is posted until it is let through."""

    forms: list[Route] = field(default_factory=list)

    def hold(self, page: Page) -> None:
        page.route("**/*", self._take)

    def _take(self, route: Route) -> None:
        if route.request.url.endswith("/seen/"):
            route.fulfill(status=204)
        elif route.request.method == "POST" and "/unsent/" not in route.request.url:
            self.forms.append(route)
        else:
            route.fallback()

    def answer(self, page: Page) -> None:
        self.forms[0].continue_()
        page.unroute_all()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def coordinator(section) -> Membership:
    return MembershipFactory(city=section.plan.city, role=Role.COORDINATOR, user__name="Eva", user__language="en")


@pytest.fixture
def barrier(section) -> Barrier:
    return BarrierFactory(plan=section.plan, title="Large lots")


# While the answer of a plain form is awaited no question reaches the page: it looks for itself, and tells what it saw
LOOK = """([deed, field]) => document.addEventListener("form:held", ({ target: form }) => {
    const deeds = {
        write() {
            form.querySelector(".btn-primary").click();
            document.querySelector(field).focus();
            document.execCommand("insertText", false, " and after");
        },
        comeBack: () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
        choose() {
            form.querySelector("[name=role][value=observer]").click();
            form.querySelector("#id_sector").focus();
            const key = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true });
            form.dataset.isRefused = !form.querySelector("#id_sector").dispatchEvent(key);
        },
    };
    const button = document.activeElement.textContent;
    const tell = () => {
        const found = document.querySelector(field);
        const said = form.querySelector("[data-sending]")?.textContent ?? "";
        const words = found.isContentEditable || found.matches(".ProseMirror") ? found.textContent : found.value;
        const focus = found === document.activeElement;
        const seen = { button, said, words, focus, isOpen: !form.matches("[data-held]"),
            refused: form.dataset.isRefused ?? "", role: form.querySelector("[name=role]:checked")?.value ?? "" };
        fetch("/seen/", { method: "POST", body: JSON.stringify(seen) });
    };
    setTimeout(() => { deeds[deed]?.(); tell(); }, 500);
}, { once: true })"""


def seen(page: Page, button: str, field: str, deed: str = "") -> dict[str, Any]:
    """What becomes of a form half a second after its button was pressed, when somebody does this to it."""
    page.evaluate(LOOK, [deed, field])
    with page.expect_request("**/seen/") as told:
        press(page, button)
    return told.value.post_data_json


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).focus()
    page.keyboard.press("Enter")


def edit_barrier(member: Membership, barrier: Barrier) -> str:
    return reverse("actionplan:barrier-edit", args=[member.city.slug, barrier.pk])


def of_group(name: str) -> Callable[[Membership, Barrier], str]:
    return lambda member, barrier: reverse(f"ulg:{name}", args=[member.city.slug])


PLAIN = {
    "record": (edit_barrier, "#id_title", "Save"),
    "member": (of_group("member-add"), "#id_name", "Add and invite"),
    "organisation": (of_group("organisation-add"), "#id_name", "Add the organisation"),
    "profile": (of_group("me"), "#id_function", "Save"),
}


@pytest.mark.parametrize(("to", "field", "button"), PLAIN.values(), ids=PLAIN)
def test_form_cannot_be_written_in_while_it_is_sent(browse, coordinator, barrier, server, to, field, button):
    page = browse(coordinator)
    page.goto(to(coordinator, barrier))
    page.locator(field).fill("Before")
    server.hold(page)

    found = seen(page, button, field, "write")

    assert (found["button"], found["said"]) == (button, SENDING)
    assert (found["words"], found["focus"], len(server.forms)) == ("Before", True, 1)


def test_choices_cannot_be_changed_while_the_form_is_sent(browse, coordinator, server):
    page = browse(coordinator)
    page.goto(reverse("ulg:member-add", args=[coordinator.city.slug]))
    server.hold(page)

    found = seen(page, "Add and invite", "#id_sector", "choose")

    assert (found["role"], found["refused"]) == ("member", "true")


def test_editor_cannot_be_written_in_while_the_section_is_saved(browse, section, anna, server):
    page = browse(anna)
    page.goto(address(section))
    type_into(page, "Two.", " Before.")
    server.hold(page)

    found = seen(page, "Save in the plan", ".ProseMirror", "write")
    server.answer(page)

    assert (found["words"], found["focus"]) == ("One.Two. Before.Three.", True)
    expect(page.get_by_text("Saved.", exact=True).first).to_be_visible()
    assert stands(section) == "<p>One.</p><p>Two. Before.</p><p>Three.</p>"


def test_answer_that_does_not_come_opens_the_form_again(browse, coordinator, barrier, server):
    page = browse(coordinator)
    page.add_init_script(
        "const later = setTimeout; window.setTimeout = (run, ms) => later(run, ms === 60000 ? 50 : ms);"
    )
    page.goto(edit_barrier(coordinator, barrier))
    server.hold(page)

    found = seen(page, "Save", "#id_title")

    assert (found["said"], found["isOpen"]) == (SLOW, True)


def test_page_that_comes_back_from_the_browsers_memory_is_open(browse, coordinator, barrier, server):
    page = browse(coordinator)
    page.goto(edit_barrier(coordinator, barrier))
    server.hold(page)

    found = seen(page, "Save", "#id_title", "comeBack")

    assert (found["said"], found["isOpen"]) == ("", True)


def test_code_is_asked_for_once_however_often_one_clicks(browser, live_server, server, db):
    page = browser.new_context(base_url=live_server.url, locale="en").new_page()
    page.goto(reverse("account_login"))
    page.get_by_label("E-mail").fill("maja@example.org")
    server.hold(page)

    found = seen(page, "Send the code", "[type=email]", "write")

    assert (found["said"], found["words"], len(server.forms)) == (SENDING, "maja@example.org", 1)
    page.context.close()


def test_comment_and_its_neighbours_wait_and_are_open_again_with_the_answer(browse, section, anna, barrier, server):
    comment = CommentFactory(record=barrier, plan=barrier.plan)
    page = browse(anna)
    page.goto(barrier.get_absolute_url())
    page.get_by_role("link", name="Answer").click()
    reply = page.get_by_label("Your reply")
    reply.fill("We divide it.")
    words = page.get_by_label("Your comment")
    words.fill("We see it too.")
    server.hold(page)

    press(page, "Post comment")
    expect(page.get_by_text(SENDING).first).to_be_visible()
    for each in (words, reply):
        each.focus()
        page.keyboard.type(" More.")
    expect(words).to_have_value("We see it too.")
    expect(reply).to_have_value("We divide it.")
    press(page, "Post comment")
    server.answer(page)

    expect(page.get_by_text("Your comment is posted.").first).to_be_visible()
    expect(words).to_be_editable()
    assert len(server.forms) == 1
    assert set(Comment.objects.values_list("text", flat=True)) == {comment.text, "We see it too."}


def post_and_lose_the_answer(page: Page, barrier: Barrier) -> Locator:
    """The server has the comment, and the page does not know: the field in which it was written."""
    page.goto(barrier.get_absolute_url())
    words = page.get_by_label("Your comment")
    words.fill("We see it too.")
    page.route("**/comments/**", lambda route: (route.fetch(), route.abort()))
    press(page, "Post comment")
    expect(page.get_by_text(LOST).first).to_be_visible()
    return words


def test_comment_whose_answer_was_lost_is_posted_once_when_it_is_sent_again(browse, section, anna, barrier):
    page = browse(anna)
    page.clock.install()

    words = post_and_lose_the_answer(page, barrier)
    page.clock.fast_forward(2 * A_ROUND)
    expect(line(page)).to_contain_text("not sent yet")
    expect(words).to_be_editable()
    page.unroute_all()
    press(page, "Post comment")

    expect(page.get_by_text("Your comment is posted.").first).to_be_visible()
    expect(words).to_have_value("")
    assert [comment.text for comment in Comment.objects.all()] == ["We see it too."]


def test_words_changed_after_a_lost_answer_are_handed_back(browse, section, anna, barrier):
    page = browse(anna)
    words = post_and_lose_the_answer(page, barrier)
    page.unroute_all()

    words.fill("We see it too, every year.")
    press(page, "Post comment")

    expect(page.get_by_text("Your first submission was received").first).to_be_visible()
    expect(words).to_have_value("We see it too, every year.")
    assert [comment.text for comment in Comment.objects.all()] == ["We see it too."]


def test_record_whose_page_was_lost_with_the_answer_is_offered_by_its_words_and_added_once(browse, anna, section):
    page = browse(anna)
    add = reverse("actionplan:barrier-add", args=[section.plan.city.slug])
    page.goto(add)
    page.get_by_label("The barrier, in one sentence").fill("Large lots")
    page.get_by_label("Area").select_option(index=1)
    page.route(
        "**/add/", lambda route: (route.fetch(), route.abort()) if route.request.method == "POST" else route.fallback()
    )
    page.get_by_role("button", name="Add a barrier").click()
    page.wait_for_url("chrome-error://**")
    page.unroute_all()

    page.goto(add)
    expect(page.locator("main").get_by_text("This browser has a text of yours from")).to_contain_text("“Large lots”")
    page.get_by_role("button", name="Restore").click()
    page.get_by_role("button", name="Add a barrier").click()

    expect(page.get_by_role("heading", name="Large lots")).to_be_visible()
    assert Barrier.objects.count() == 1
