from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from actionplan.models import Answer, Assessment, OwnScore
from actionplan.services import assessments
from tests.actionplan.views.kinds import each_role, log_in
from tests.factories import AnswerFactory, AssessmentFactory, CityFactory, MembershipFactory, PlanFactory
from tests.queries import MOST, queries_of
from tests.sent_forms import confirm
from ulg.roles import Role

pytestmark = pytest.mark.django_db
EDITORS = {Role.EDITOR, Role.COORDINATOR}


@pytest.fixture
def plan():
    return PlanFactory(city=CityFactory(slug="umea"))


@pytest.fixture
def start(plan):
    return AssessmentFactory(plan=plan, title="Start")


def url(name: str, plan, *parts) -> str:
    return reverse(f"actionplan:{name}", args=[plan.city.slug, *parts])


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def closed(start: Assessment) -> Assessment:
    seen = Assessment.objects.get(pk=start.pk).revision
    return assessments.close(start, seen=seen, by=MembershipFactory(city=start.plan.city)).record


def follow_up(start: Assessment) -> Assessment:
    closed(start)
    return AssessmentFactory(plan=start.plan, title="Follow-up", describes_on=date(2025, 6, 1))


@each_role
def test_where_nothing_is_assessed_whoever_may_is_invited_to_begin(client, plan, role):
    log_in(client, plan.city, role)

    shown = page(client, url("baseline", plan))

    assert "Nothing has been assessed yet" in shown
    assert ("Open the first assessment" in shown) is (role in EDITORS)


def test_the_baseline_has_a_tab_for_the_assessment_and_one_for_the_findings(client, plan):
    log_in(client, plan.city)

    for name, tab in (("baseline", "Assessment"), ("findings", "Findings")):
        shown = page(client, url(name, plan))
        assert f'<a href="{url(name, plan)}" aria-current="page">{tab}</a>' in shown
        assert [url(each, plan) in shown for each in ("baseline", "findings")] == [True, True]


def test_the_front_shows_the_newest_assessment_and_each_has_its_address(client, plan, start):
    follow_up(start)
    log_in(client, plan.city, Role.OBSERVER)

    shown = {name: client.get(address).context["assessment"].title for name, address in addresses(plan).items()}

    assert shown == {"front": "Follow-up", "first": "Start", "second": "Follow-up"}
    assert client.get(url("assessment", plan, 3)).status_code == 404


def addresses(plan) -> dict[str, str]:
    return {"front": url("baseline", plan), "first": url("assessment", plan, 1), "second": url("assessment", plan, 2)}


def test_the_means_stand_beside_those_of_the_start_with_their_change(client, plan, start):
    by = MembershipFactory(city=plan.city)
    for number, each in enumerate(start.answers.filter(dimension="frame")):
        assessments.answer(each, {"score": str(number)}, seen=1, by=by)
    later = follow_up(start)
    for each in later.answers.filter(dimension="frame"):
        assessments.answer(each, {"score": "2"}, seen=1, by=by)
    log_in(client, plan.city)

    frame, *others = client.get(url("baseline", plan)).context["sheet"].parts

    assert [str(value) for value in (frame.before.mean, frame.now.mean, frame.change)] == ["1.0", "2.0", "1.0"]
    assert {(each.before.mean, each.now.mean, each.change) for each in others} == {(None, None, None)}


def test_criteria_stand_side_by_side(client, plan, start):
    by = MembershipFactory(city=plan.city)
    answer = start.answers.get(statement="criteria-environmental-policy")
    assessments.answer(answer, {"score": "3"}, seen=1, by=by)
    log_in(client, plan.city)

    first, *_others = client.get(url("baseline", plan)).context["sheet"].criteria

    assert [(str(kind), row.answer.score) for kind, row in first.rows] == [
        ("Environmental", "3"),
        ("Social", ""),
        ("Employment", ""),
        ("Gender equality", ""),
    ]


def test_the_page_takes_as_many_queries_for_many_answers_as_for_none(client, plan, start):
    later = follow_up(start)
    log_in(client, plan.city)
    client.get(url("baseline", plan))
    few = queries_of(client, url("baseline", plan))
    for each in later.answers.all():
        by = MembershipFactory(city=plan.city)
        assessments.answer(each, {"score": "2", "evidence": "Counted"}, seen=1, by=by)
        assessments.give_own_score(each, "1", by=by)
    for _more in range(3):
        AnswerFactory(plan=plan)

    many = queries_of(client, url("baseline", plan))

    assert many == few <= MOST


def test_an_editor_opens_the_start_and_a_follow_up(client, plan):
    log_in(client, plan.city)
    for number, name, day in ((1, "Start", "2023-07-01"), (2, "Follow-up", "2025-06-01")):
        asked = client.get(url("assessment-add", plan))
        assert asked.context["form"]["title"].value() == name

        response = client.post(url("assessment-add", plan), {"title": name, "describes_on": day})

        assert (response.status_code, response["Location"]) == (302, url("assessment", plan, number))
        closed(Assessment.objects.get(number=number))


def test_a_second_one_is_refused_in_words_while_one_is_open(client, plan, start):
    log_in(client, plan.city)

    asked = client.get(url("assessment-add", plan))
    sent = client.post(url("assessment-add", plan), {"title": "Again", "describes_on": "2025-06-01"})

    assert asked["Location"] == start.get_absolute_url()
    assert (sent.status_code, "“Start” is still open" in sent.content.decode()) == (422, True)


def test_a_day_before_that_of_the_start_is_refused_at_its_field(client, plan, start):
    closed(start)
    log_in(client, plan.city)

    response = client.post(url("assessment-add", plan), {"title": "Follow-up", "describes_on": "2020-01-01"})

    assert list(response.context["form"].errors) == ["describes_on"]


def test_an_editor_names_it_and_adds_a_statement(client, plan, start):
    log_in(client, plan.city)

    client.post(url("assessment-edit", plan, 1), {"title": "July 2023", "describes_on": "2023-07-03", "revision": 1})
    client.post(url("statement-add", plan, 1), {"title": "We ask the children.", "dimension": "practice"})

    start.refresh_from_db()
    assert (start.title, start.describes_on) == ("July 2023", date(2023, 7, 3))
    assert Answer.objects.get(title="We ask the children.").dimension == "practice"


def test_closing_asks_once_more_and_says_what_stays_without_an_answer(client, plan, start):
    log_in(client, plan.city)

    asked = client.get(url("assessment-close", plan, 1))
    done = confirm(client, asked)

    assert f"{start.answers.count()} statements have no answer" in asked.content.decode()
    assert done["Location"] == start.get_absolute_url()
    assert not Assessment.objects.get().is_open


def test_a_closed_one_says_who_closed_it_and_offers_nothing_but_a_follow_up(client, plan, start):
    by = closed(start).closed_by
    log_in(client, plan.city)

    shown = page(client, url("baseline", plan))

    assert f"by {by}. Nothing in it changes any more." in shown
    assert url("assessment-add", plan) in shown
    assert [words for words in ("/edit/", "/close/", "statements/add/") if words in shown] == []


FORMS = {
    "assessment-edit": {"title": "Another", "describes_on": "2023-07-01", "revision": 1},
    "assessment-close": {},
    "statement-add": {"title": "One more", "dimension": "data"},
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_a_closed_one_is_refused_with_the_reason(client, plan, start, name):
    closed(start)
    log_in(client, plan.city)

    response = client.post(url(name, plan, 1), FORMS[name])

    assert response.status_code == 403
    assert "The assessment is closed" in response.content.decode()


@each_role
@pytest.mark.parametrize("name", ["assessment-edit", "assessment-close", "statement-add"])
def test_only_whoever_edits_the_plan_changes_it(client, plan, start, role, name):
    log_in(client, plan.city, role)

    assert client.get(url(name, plan, 1)).status_code == (200 if role in EDITORS else 403)


def test_another_citys_assessment_is_not_found(client, start):
    other = PlanFactory()
    log_in(client, other.city)

    assert client.get(url("assessment", other, start.number)).status_code == 404
    assert OwnScore.objects.count() == 0
