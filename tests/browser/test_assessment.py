"""The assessment in a browser: answered on a phone, read by axe in every state, reached with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from actionplan.models import Answer, Assessment
from actionplan.services import assessments
from tests import places
from tests.browser.looking import DESK, HEIGHT, Watch
from tests.browser.pages import log_in
from tests.factories import AssessmentFactory, MembershipFactory, PlanFactory
from ulg.models import Membership
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def editor() -> Membership:
    return MembershipFactory(role=Role.EDITOR, user__language="en")


def opened(browser: Browser, live_server, seat: Membership, **look) -> Page:
    context = browser.new_context(base_url=live_server.url, locale="en", reduced_motion="reduce", **look)
    log_in(context, seat, live_server.url)
    return context.new_page()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_editor_answers_five_statements_on_a_phone(browser: Browser, live_server, editor, scripts):
    start = AssessmentFactory(plan=PlanFactory(city=editor.city))
    page = opened(browser, live_server, editor, viewport=PHONE, has_touch=True, java_script_enabled=scripts)

    page.goto(f"/{editor.city.slug}/baseline/")
    page.get_by_role("link", name="Answer the next statement").tap()
    for score in ("0 Not at all", "2 To a large extent", "Don't know", "3 Fully", "1 To a small extent"):
        page.get_by_text(score, exact=True).tap()
        page.get_by_label("What shows it?").fill("Counted in June")
        with page.expect_navigation():
            page.get_by_role("button", name="Save and go to the next").tap()

    answers = start.answers.all()[:5]
    assert [(each.score, each.evidence) for each in answers] == [
        (score, "Counted in June") for score in ("0", "2", "unknown", "3", "1")
    ]
    expect(page.get_by_role("heading", level=1)).to_have_text("Answer 2.3")
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
