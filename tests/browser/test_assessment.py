"""The assessment in a browser: answered on a phone, read by axe in every state, reached with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.models import Answer, Assessment
from actionplan.services import assessments
from tests import places
from tests.browser.looking import DESK, HEIGHT, Watch, too_wide
from tests.browser.pages import log_in
from tests.factories import AssessmentFactory, MembershipFactory, PlanFactory
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}
LEAST = 24  # pixels of a target, by WCAG 2.5.8
# The label of a radio button is pressed as the button itself
SMALL_TARGETS = """least => [...document.querySelectorAll(
    ":is(a[href], button, input:not([type=hidden], [type=radio]), label:has([type=radio]), textarea, summary)")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .filter(each => { const box = each.getBoundingClientRect(); return Math.min(box.width, box.height) < least; })
    .map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def editor() -> Membership:
    return MembershipFactory(role=Role.EDITOR, user__language="en")


def opened(browser: Browser, live_server, seat: Membership, **look) -> Page:
    context = browser.new_context(base_url=live_server.url, locale="en", reduced_motion="reduce", **look)
    log_in(context, seat, live_server.url)
    return context.new_page()


def answer(page: Page, score: str) -> None:
    """Answer the statement that is shown, and go on to the next."""
    page.get_by_text(score, exact=True).tap()
    page.get_by_label("What shows it?").fill("Counted in June")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and go to the next").tap()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_editor_answers_five_statements_on_a_phone(browser: Browser, live_server, editor, scripts):
    start = AssessmentFactory(plan=PlanFactory(city=editor.city))
    page = opened(browser, live_server, editor, viewport=PHONE, has_touch=True, java_script_enabled=scripts)
    wrong = []

    page.goto(f"/{editor.city.slug}/baseline/")
    expect(page.locator(".counts")).to_contain_text("0 of 35 answered, 0 %")
    page.get_by_role("link", name="Answer the next statement").tap()
    for score in ("0 Not at all", "2 To a large extent", "Don't know", "3 Fully", "1 To a small extent"):
        expect(page.get_by_label("What shows it?")).to_be_visible()
        wrong += [*too_wide(page), *page.evaluate(SMALL_TARGETS, LEAST)]
        answer(page, score)
        expect(page.locator("#main")).to_be_focused()
        expect(page.get_by_text("Saved.", exact=True).first).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Answer 2.3")
    page.get_by_role("link", name="Baseline").first.tap()

    expect(page.locator(".counts")).to_contain_text("5 of 35 answered, 14 %")
    answers = start.answers.all()[:5]
    assert [(each.score, each.evidence) for each in answers] == [
        (score, "Counted in June") for score in ("0", "2", "unknown", "3", "1")
    ]
    assert wrong == []
    page.context.close()


def test_the_keyboard_goes_on_where_an_answer_was_saved(browser: Browser, live_server, editor):
    *_others, last = AssessmentFactory(plan=PlanFactory(city=editor.city)).answers.all()
    page = opened(browser, live_server, editor, viewport=PHONE)

    page.goto(f"/{editor.city.slug}/baseline/answers/{last.pk}/edit/")
    page.get_by_text("3 Fully", exact=True).click()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.wait_for_url(f"**/assessments/1/#statement-{last.pk}")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name=last.title)).to_be_focused()
    page.context.close()


@pytest.mark.parametrize("has_fragment", [True, False], ids=["from the statement before", "opened"])
def test_a_refused_answer_leads_to_its_errors_without_scripts(browser: Browser, live_server, editor, has_fragment):
    first = AssessmentFactory(plan=PlanFactory(city=editor.city)).answers.first()
    page = opened(browser, live_server, editor, java_script_enabled=False)

    page.goto(f"/{editor.city.slug}/baseline/answers/{first.pk}/edit/{'#main' if has_fragment else ''}")
    page.get_by_text("3 Fully", exact=True).click()
    page.get_by_label("If it does not concern the city: why?").fill("We have none")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("group", name="Correct one error")).to_be_focused()
    page.context.close()


def test_a_member_reads_an_assessment_on_a_phone_and_cannot_answer_it(browser: Browser, live_server):
    member = MembershipFactory(role=Role.MEMBER, user__language="en")
    first = AssessmentFactory(plan=PlanFactory(city=member.city)).answers.first()
    page = opened(browser, live_server, member, viewport=PHONE, has_touch=True)

    page.goto(f"/{member.city.slug}/baseline/")
    expect(page.get_by_role("link", name="Your score for 1.1")).to_be_visible()
    expect(page.get_by_role("link", name="Answer")).to_have_count(0)
    response = page.goto(f"/{member.city.slug}/baseline/answers/{first.pk}/edit/")

    assert response.status == 403
    expect(page.get_by_label("How far is this true?")).to_have_count(0)
    page.context.close()


def test_an_answer_is_given_with_the_keyboard_alone(browser: Browser, live_server, editor):
    start = AssessmentFactory(plan=PlanFactory(city=editor.city))
    first = start.answers.first()
    page = opened(browser, live_server, editor)

    page.goto(f"/{editor.city.slug}/baseline/answers/{first.pk}/edit/")
    page.get_by_label("No answer yet").focus()
    for _step in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Counted in June")
    page.get_by_role("button", name="Save", exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    found = Answer.objects.get(pk=first.pk)
    assert (found.score, found.evidence) == ("2", "Counted in June")
    page.context.close()


def test_every_state_of_an_assessment_is_accessible(browser: Browser, live_server, editor):
    window = Watch(opened(browser, live_server, editor, viewport={"width": DESK, "height": HEIGHT}))
    baseline = f"/{editor.city.slug}/baseline/"
    plan = PlanFactory(city=editor.city)
    look(window, baseline, "none")
    start = AssessmentFactory(plan=plan)
    look(window, baseline, "open")
    for number, each in enumerate(start.answers.all()):
        assessments.answer(each, {"score": str(number % 4), "source": "Counted"}, seen=1, by=editor)
    assessments.close(Assessment.objects.get(pk=start.pk), seen=1, by=editor)
    look(window, baseline, "closed")
    AssessmentFactory(plan=plan)
    look(window, baseline, "follow-up")

    assert window.report == "", window.report
    window.page.context.close()


def look(window: Watch, url: str, what: str) -> None:
    """With every fold open."""
    window.page.goto(url)
    window.page.evaluate("document.querySelectorAll('details.dimension').forEach(each => each.open = true)")
    window.look(what)
    window.look_otherwise(what)


def test_the_pages_of_a_statement_are_accessible(browser: Browser, live_server):
    place = places.build("here")
    editor = place.seats[Role.EDITOR]
    window = Watch(opened(browser, live_server, editor, viewport={"width": DESK, "height": HEIGHT}))
    answer = place.records["answer"].pk

    for url in (
        f"answers/{answer}/",
        f"answers/{answer}/edit/",
        f"answers/{answer}/own-score/",
        "assessments/1/close/",
    ):
        window.visit(f"/here/baseline/{url}")
        window.look_otherwise(url)

    assert window.report == "", window.report
    window.page.context.close()
