"""What people of the city wrote says its language to screen readers, on pages whose own words are in another one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from actionplan.services import comments, plans
from tests.factories import BarrierFactory, CityFactory, MembershipFactory, SolutionFactory
from ulg.models import City

pytestmark = pytest.mark.django_db
TITLE, WORDS = "Avtalen är för stora", "Dela upp dem."
MARKED = ' lang="sv"'


@pytest.fixture
def city() -> City:
    city = CityFactory(language="sv")
    member = MembershipFactory(city=city)
    barrier = BarrierFactory(plan=plans.open_plan(city, by=None), title=TITLE, description="", by=member)
    SolutionFactory(plan=barrier.plan, title="Mindre avtal", barriers=[barrier], by=member)
    comments.add(barrier, text=WORDS, by=member)
    return city


def open_page(client, city, language, name, *parts):
    seat = MembershipFactory(city=city, role="editor", user__language=language)
    client.force_login(seat.user)
    return client.get(reverse(name, args=[city.slug, *parts])).content.decode().partition("<main")[2]


def record_page(city):
    return "actionplan:barrier", city.plan.records.get(kind="barrier").pk


@pytest.mark.parametrize(
    ("address", "markup"),
    [
        (lambda city: ["actionplan:overview"], f"“<span{MARKED}>{TITLE}</span>”"),
        (lambda city: ["actionplan:overview"], f'/"{MARKED}>{{code}} {TITLE}</a>'),
        (lambda city: ["actionplan:barriers"], f'/"{MARKED}>{TITLE}</a>'),
        (lambda city: ["actionplan:solutions"], f'title="{TITLE}"{MARKED}>'),
        (record_page, f"<h1{MARKED}>{TITLE}</h1>"),
        (record_page, f'<div class="comment-text"{MARKED}><p>{WORDS}</p></div>'),
    ],
)
def test_a_page_in_english_marks_the_words_of_the_plan(client, city, address, markup):
    words = markup.format(code=city.plan.records.get(kind="barrier").code)

    assert words in open_page(client, city, "en", *address(city))
    assert MARKED not in open_page(client, city, "sv", *address(city))
