import re
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone

from actionplan.models import Plan, Section
from actionplan.reference.outline import OUTLINE
from tests.factories import (
    ActionFactory,
    BarrierFactory,
    CommentFactory,
    FindingFactory,
    IndicatorFactory,
    MembershipFactory,
    ObjectiveFactory,
    SolutionFactory,
)
from tests.plans import full_plan
from tests.queries import MOST, queries_of
from ulg.roles import Role
from ulg.writing import saving, unsent_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_plan()


def log_in(client, city, role):
    seat = MembershipFactory(city=city, role=role, user__language="en")
    client.force_login(seat.user)
    return seat


def url_of(city):
    return reverse("actionplan:plan", args=[city.slug])


def page_of(client, city) -> str:
    return " ".join(client.get(url_of(city)).content.decode().split())


def headings(page: str) -> list[tuple[str, str]]:
    found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", page)
    return [(level, re.sub(r"<[^>]*>", "", words).strip()) for level, words in found]


def test_it_is_one_document_with_every_part_of_the_outline(client, full):
    log_in(client, full.city, Role.OBSERVER)

    page = page_of(client, full.city)

    parts = [part.key for chapter in OUTLINE for part in chapter.parts]
    assert re.findall(r'<section class="plan-section" id="(\w+)"', page) == parts
    assert [re.search(rf'href="#{key}"', page) is not None for key in parts] == [True] * len(parts)


def test_headings_come_in_order_also_those_that_somebody_wrote(client, full):
    log_in(client, full.city, Role.EDITOR)

    found = headings(page_of(client, full.city))

    levels = [int(level) for level, _words in found if _words]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert ("4", "Mål") in found


def test_it_shows_the_text_and_the_records_of_each_part(client, full):
    log_in(client, full.city, Role.OBSERVER)

    page = page_of(client, full.city)

    assert "En <strong>plan</strong>." in page
    for record in (full.finding, full.barrier, full.solution, full.objective, full.action, full.indicator):
        assert record.title in page
    assert 'href="/umea/baseline/findings/' in page


def test_what_was_taken_out_is_not_there(client, full):
    log_in(client, full.city, Role.OBSERVER)
    gone = [
        factory(plan=full.plan, title="Taken out", removed_at=timezone.now())
        for factory in (
            FindingFactory,
            BarrierFactory,
            SolutionFactory,
            ObjectiveFactory,
            ActionFactory,
            IndicatorFactory,
        )
    ]

    assert ("Taken out" in page_of(client, full.city), len(gone)) == (False, 6)


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.OBSERVER, set()),
        (Role.MEMBER, set()),
        (Role.EDITOR, {"Download the draft", "Edit title and period", "Start writing", "missing"}),
        (
            Role.COORDINATOR,
            {"Publish version 1", "Download the draft", "Edit title and period", "Start writing", "missing"},
        ),
    ],
)
def test_buttons_follow_the_permissions(client, full, role, offered):
    log_in(client, full.city, role)

    page = page_of(client, full.city)

    every = {"Publish version 1", "Download the draft", "Edit title and period", "Start writing", "missing"}
    assert {words for words in every if words in page} == offered


def test_an_empty_section_says_what_belongs_there(client, full):
    log_in(client, full.city, Role.EDITOR)

    page = page_of(client, full.city)

    assert "One page in plain language: the current state" in page
    assert "Nobody has written here yet" in page


def test_edit_opens_the_form_in_the_sections_place(client, full):
    log_in(client, full.city, Role.EDITOR)
    edit_url = reverse("actionplan:section-edit", args=["umea", "vision"])

    opening = f'href="{edit_url}" hx-get="{edit_url}" hx-target="#vision" hx-swap="outerHTML"'
    assert opening in page_of(client, full.city)


def test_it_says_who_writes_where_and_what_is_unsent(client, full):
    editor = log_in(client, full.city, Role.EDITOR)
    karin = full.coordinator
    for member, key in ((karin, "vision"), (editor, "summary")):
        action = reverse("actionplan:section-edit", args=["umea", key])
        unsent_texts.keep(by=member, form_url=action, page=action, title="Text", seen=1, fields={"text": ["x"]})

    page = page_of(client, full.city)

    assert (page.count("Karin Åström is writing here."), page.count("You have an unsent text here from")) == (1, 1)


def test_a_text_that_two_people_wrote_says_so(client, full):
    editor = log_in(client, full.city, Role.EDITOR)
    vision = Section.objects.get(plan=full.plan, code="vision")
    saving.save(vision, {"text": vision.text + "<p>More.</p>"}, seen=2, by=full.coordinator)
    saving.save(vision, {"text": vision.text, "status": "review"}, seen=2, by=editor)

    assert f"Merged from what Karin Åström and {editor} wrote at the same time, today" in page_of(client, full.city)


def test_comments_are_counted_at_their_section(client, full):
    log_in(client, full.city, Role.OBSERVER)
    vision = Section.objects.get(plan=full.plan, code="vision")
    CommentFactory(plan=full.plan, record=vision)
    CommentFactory(plan=full.plan, record=vision, withdrawn_at=timezone.now())

    page = page_of(client, full.city)

    assert re.search(r"1 comment<span", page)
    assert "2 comments in the plan. 1 has not been answered." in page


def test_a_city_without_a_plan_has_no_page(client):
    seat = log_in(client, MembershipFactory().city, Role.OBSERVER)

    assert client.get(url_of(seat.city)).status_code == 404


def test_a_plan_without_its_sections_can_be_read(client, full):
    log_in(client, full.city, Role.EDITOR)
    Section.objects.filter(plan=full.plan).delete()

    assert client.get(url_of(full.city)).status_code == 200


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.COORDINATOR])
def test_it_asks_as_much_for_one_record_as_for_many(client, full, role):
    log_in(client, full.city, role)
    few = queries_of(client, url_of(full.city))
    for factory in (FindingFactory, BarrierFactory, SolutionFactory, ObjectiveFactory, ActionFactory, IndicatorFactory):
        factory.create_batch(3, plan=full.plan)

    assert queries_of(client, url_of(full.city)) == few <= MOST


def test_of_very_many_records_it_shows_a_hundred_and_says_where_the_rest_is(client, full):
    log_in(client, full.city, Role.OBSERVER)
    BarrierFactory.create_batch(101, plan=full.plan)

    page = page_of(client, full.city)

    assert (page.count('data-label="Solutions"'), "And 2 more" in page) == (100, True)


def test_title_and_period_are_edited(client, full):
    log_in(client, full.city, Role.EDITOR)
    url = reverse("actionplan:plan-edit", args=["umea"])
    form = {
        "title": "New plan",
        "subtitle": "",
        "first_year": "2027",
        "last_year": "2031",
        "case_number": "",
        "revision": "2",
    }

    response = client.post(url, form)

    plan = Plan.objects.get()
    assert (response.status_code, response.url) == (302, url_of(full.city))
    assert (plan.title, plan.subtitle, plan.period) == ("New plan", "", "2027–2031")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": ""}, {"title": ["This field is required."]}),
        ({"first_year": "20"}, {"first_year": ["Write the year with four digits, such as 2026."]}),
        ({"last_year": "soon"}, {"last_year": ["Write the year with four digits, such as 2026."]}),
        ({"first_year": "2031", "last_year": "2030"}, {"last_year": ["The last year is before the first year."]}),
    ],
)
def test_a_wrong_title_page_says_what_is_wrong_at_the_field(client, full, changes, fault):
    log_in(client, full.city, Role.EDITOR)
    form = {"title": "Plan", "first_year": "2026", "last_year": "2030", "revision": "2", **changes}

    response = client.post(reverse("actionplan:plan-edit", args=["umea"]), form)

    assert (response.status_code, response.context["form"].errors) == (422, fault)


@pytest.mark.parametrize(("role", "status"), [(Role.OBSERVER, 403), (Role.MEMBER, 403), (Role.EDITOR, 200)])
def test_the_title_page_is_for_whoever_edits_the_plan(client, full, role, status):
    log_in(client, full.city, role)

    assert client.get(reverse("actionplan:plan-edit", args=["umea"])).status_code == status
