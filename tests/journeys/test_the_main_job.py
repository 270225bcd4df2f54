"""The main job in a real browser: from a comment on a barrier to a published plan that anyone can take home."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from actionplan.models import Action, Barrier, Comment, PlanVersion, Solution
from actionplan.services import plans
from tests.factories import BarrierFactory, CityFactory, MembershipFactory, ObjectiveFactory, SolutionFactory
from ulg.models import City, Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def city() -> City:
    city = CityFactory(slug="umea", name="Umeå", authority="Umeå kommun")
    plans.open_plan(city, by=None)
    return city


@pytest.fixture
def barrier(city) -> Barrier:
    return BarrierFactory(plan=city.plan, title="The contracts are too large")


def member(city: City, role: Role, name: str) -> Membership:
    return MembershipFactory(city=city, role=role, user__name=name, user__language="en", published_as="name")


def write_comment(page: Page, words: str) -> None:
    page.get_by_label("Your comment").fill(words)
    page.get_by_role("button", name="Post comment").click()


def test_a_member_gets_on_a_phone_from_a_link_to_a_posted_comment(browser, live_server, barrier):
    yusuf = member(barrier.plan.city, Role.MEMBER, "Yusuf Demir")
    context = browser.new_context(base_url=live_server.url, viewport={"width": 390, "height": 800}, locale="en")
    page = context.new_page()

    page.goto(barrier.get_absolute_url())
    page.get_by_label("E-mail").fill(yusuf.user.email)
    page.get_by_role("button", name="Send the code").click()
    expect(page.get_by_role("textbox", name="Code")).to_be_visible()
    page.get_by_role("textbox", name="Code").fill(re.search(r"\b\d{6}\b", mail.outbox[-1].body)[0])
    page.get_by_role("button", name="Log in").click()
    write_comment(page, "We are seven people.")

    expect(page.get_by_role("article").filter(has_text="We are seven people.")).to_be_visible()
    comment = Comment.objects.get()
    assert (comment.text, comment.author, comment.record) == ("We are seven people.", yusuf, barrier)
    context.close()


def test_a_comment_is_answered_and_the_answer_closes_it(browse, barrier):
    city = barrier.plan.city
    page = browse(member(city, Role.MEMBER, "Yusuf Demir"))
    page.goto(barrier.get_absolute_url())
    write_comment(page, "We are seven people.")
    expect(page.get_by_text("Not answered yet")).to_be_visible()

    staff = browse(member(city, Role.EDITOR, "Anna Lindqvist"))
    staff.goto(barrier.get_absolute_url())
    staff.get_by_role("link", name="Answer").click()
    staff.get_by_label("Your reply").fill("The lots become smaller.")
    staff.get_by_role("button", name="Post answer").click()

    expect(staff.locator(".answer")).to_contain_text("The lots become smaller.")
    expect(staff.get_by_text("Not answered yet")).to_have_count(0)


def test_a_solution_becomes_an_action_and_both_show_where_they_come_from(browse, barrier):
    solution = SolutionFactory(plan=barrier.plan, title="Divide into lots", barriers=[barrier], status="selected")
    ObjectiveFactory(plan=barrier.plan, title="More can bid")
    page = browse(member(barrier.plan.city, Role.EDITOR, "Anna Lindqvist"))

    page.goto(solution.get_absolute_url())
    page.get_by_role("link", name="Create an action").first.click()
    page.get_by_role("combobox").select_option(label="O-01 More can bid")
    page.get_by_role("button", name=re.compile("action", re.IGNORECASE)).click()

    expect(page).to_have_url(re.compile(r"/umea/actions/\d+/"))
    action = Action.objects.get()
    assert (action.solution, action.objective.title) == (solution, "More can bid")
    page.goto(action.get_absolute_url())
    expect(page.locator("#trace")).to_contain_text("S-01 Divide into lots")
    page.goto(solution.get_absolute_url())
    expect(page.locator("#trace")).to_contain_text(action.title)
    assert (Solution.objects.get().status, Barrier.objects.get().status) == ("adopted", "addressed")


def test_the_coordinator_publishes_and_a_stranger_reads_and_takes_home(browse, browser, live_server, barrier):
    city = barrier.plan.city
    page = browse(member(city, Role.COORDINATOR, "Karin Åström"))

    page.goto(reverse("actionplan:plan", args=[city.slug]))
    page.get_by_role("link", name="Publish version 1").click()
    page.get_by_text("Barriers (1)").click()
    expect(page.get_by_text("B-01 has no solution")).to_be_visible()
    page.get_by_label("Everyone, without logging in").check()
    page.get_by_label(re.compile("Why everyone may read it")).fill("We show what we have.")
    page.get_by_label(re.compile("Publish although")).check()
    page.get_by_role("button", name="Check before publishing").click()
    page.get_by_role("button", name="Publish version 1 for everyone").click()

    expect(page).to_have_url(re.compile(r"/umea/plan/versions/1/"))
    assert PlanVersion.objects.get().number == 1
    stranger = browser.new_context(base_url=live_server.url, locale="en").new_page()
    stranger.goto(reverse("actionplan:published-version", args=[city.slug, 1]))
    expect(stranger.get_by_role("heading", name="The contracts are too large")).to_be_visible()
    files = {name: take_home(stranger, name) for name in ("PDF", "JSON")}
    assert {name: (called, content[:1]) for name, (called, content) in files.items()} == {
        "PDF": ("umea-plan-version-1.pdf", b"%"),
        "JSON": ("umea-plan-version-1.json", b"{"),
    }
    stranger.context.close()


def test_the_draft_is_taken_home_marked_as_one(browse, barrier):
    page = browse(member(barrier.plan.city, Role.EDITOR, "Anna Lindqvist"))

    page.goto(reverse("actionplan:plan", args=[barrier.plan.city.slug]))
    called, content = take_home(page, "Download the draft")

    assert (called.startswith("umea-plan-draft-"), content[:5]) == (True, b"%PDF-")
    assert barrier.plan.title in PdfReader(BytesIO(content)).metadata.title


def test_a_comment_is_posted_by_keyboard_alone(browse, barrier):
    page = browse(member(barrier.plan.city, Role.MEMBER, "Yusuf Demir"))
    page.goto(barrier.get_absolute_url())

    tab_to(page, "textarea")
    page.keyboard.type("By keyboard.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    page.keyboard.press("Enter")

    expect(page.get_by_role("article").filter(has_text="By keyboard.")).to_be_visible()


def test_a_comment_is_posted_without_scripts(browse, barrier):
    page = browse(member(barrier.plan.city, Role.MEMBER, "Yusuf Demir"), java_script_enabled=False)
    page.goto(barrier.get_absolute_url())

    write_comment(page, "Without scripts.")

    expect(page.get_by_text("Your comment is posted.")).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="Without scripts.")).to_be_visible()


def take_home(page: Page, link: str) -> tuple[str, bytes]:
    """The file behind a link: what it is called, and what is in it."""
    answer = page.request.get(page.get_by_role("link", name=link).first.get_attribute("href"))
    return re.search(r'filename="([^"]+)"', answer.headers["content-disposition"])[1], answer.body()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus stands there."""
    for _step in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}.")
