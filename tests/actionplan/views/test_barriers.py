from __future__ import annotations

import pytest
from django.urls import reverse
from lxml.html import document_fromstring as document
from lxml.html import fragments_fromstring

from actionplan.models import Barrier
from tests.factories import BarrierFactory, FindingFactory, MembershipFactory, PlanFactory, SolutionFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db

RAISED = {"title": "The lots are too large", "category": "market"}


@pytest.fixture
def plan():
    return PlanFactory()


def log_in(client, plan, role=Role.MEMBER):
    seat = MembershipFactory(city=plan.city, role=role)
    client.force_login(seat.user)
    return seat


def list_url(plan, asked=""):
    return reverse("actionplan:barriers", args=[plan.city.slug]) + asked


def test_a_member_raises_a_barrier_and_cannot_say_how_far_it_is(client, plan):
    finding = FindingFactory(plan=plan)
    log_in(client, plan)
    address = reverse("actionplan:barrier-add", args=[plan.city.slug])

    client.post(address, {**RAISED, "findings": [finding.pk], "status": "resolved", "description": "In cleaning."})

    barrier = Barrier.objects.get()
    assert (barrier.title, barrier.status, list(barrier.findings.all())) == (RAISED["title"], "raised", [finding])
    assert "status" not in client.get(address).context["form"].fields


def test_an_editor_says_how_far_it_is(client, plan):
    log_in(client, plan, Role.EDITOR)

    client.post(reverse("actionplan:barrier-add", args=[plan.city.slug]), {**RAISED, "status": "agreed"})

    assert Barrier.objects.get().status == "agreed"


def test_the_finding_that_the_address_names_is_ticked(client, plan):
    finding = FindingFactory(plan=plan)
    log_in(client, plan)

    response = client.get(reverse("actionplan:barrier-add", args=[plan.city.slug]) + f"?finding={finding.pk}")

    assert response.context["form"]["findings"].value() == [str(finding.pk)]


@pytest.mark.parametrize("named", ["x", "²", "9" * 400, ""])
def test_an_address_that_names_no_finding_ticks_none(client, plan, named):
    FindingFactory(plan=plan)
    log_in(client, plan)

    response = client.get(reverse("actionplan:barrier-add", args=[plan.city.slug]), {"finding": named})

    assert (response.status_code, "checked" in response.content.decode()) == (200, False)


def test_the_list_says_where_a_solution_is_missing(client, plan):
    BarrierFactory(plan=plan), BarrierFactory(plan=plan, status="parked", parked_reason="Not ours")
    solved = BarrierFactory(plan=plan)
    SolutionFactory.create_batch(2, plan=plan, barriers=[solved])
    log_in(client, plan)

    page = document(client.get(list_url(plan)).content)

    cells = page.xpath("//tbody//td[@data-label='Solutions']")
    assert [cell.text_content() for cell in cells] == ["None yet", "None needed", "2"]


def test_a_status_is_a_shape_and_a_word(client, plan):
    BarrierFactory(plan=plan, status="agreed")
    log_in(client, plan)

    assert '<span class="status status-half">Agreed</span>' in client.get(list_url(plan)).content.decode()


def test_the_filter_finds_and_keeps_what_was_asked(client, plan):
    BarrierFactory(plan=plan, title="Too large", category="market")
    BarrierFactory(plan=plan, title="No mandate", category="leadership")
    log_in(client, plan)

    response = client.get(list_url(plan, "?q=mandate&category=leadership"))

    assert document(response.content).xpath("//tbody//th/a/text()") == ["No mandate"]
    assert 'value="mandate"' in response.content.decode()
    assert '<option value="leadership" selected>' in response.content.decode()


def test_htmx_gets_the_list_that_the_page_includes_and_the_count(client, plan):
    BarrierFactory(plan=plan)
    log_in(client, plan)

    response = client.get(list_url(plan), headers={"HX-Request": "true"})

    parts = [part.get("id") for part in fragments_fromstring(response.content.decode())]
    assert parts == ["records", "found"]
    assert "HX-Request" in response["Vary"]


def test_htmx_gets_the_whole_page_when_the_reader_goes_back(client, plan):
    log_in(client, plan)

    response = client.get(list_url(plan), headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert "<html" in response.content.decode()


def test_a_filter_that_fits_nothing_says_what_was_asked(client, plan):
    BarrierFactory(plan=plan)
    log_in(client, plan)

    page = client.get(list_url(plan, "?q=<b>&status=agreed")).content.decode()

    assert "No barriers match the filter" in page
    assert "You searched for “&lt;b&gt;” and Agreed." in page


@pytest.mark.parametrize(("role", "invited"), [(Role.OBSERVER, False), (Role.MEMBER, True), (Role.EDITOR, True)])
def test_an_empty_list_invites_whoever_may_raise_a_barrier(client, plan, role, invited):
    log_in(client, plan, role)

    page = client.get(list_url(plan)).content.decode()

    assert "No barriers have been added yet" in page
    assert ("Add the first barrier" in page) is invited


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.OBSERVER, []),
        (Role.MEMBER, ["Propose a solution"]),
        (Role.EDITOR, ["Propose a solution", "Link a finding", "Edit", "Remove from the plan"]),
    ],
)
def test_a_barrier_offers_each_what_she_may_do(client, plan, role, words):
    barrier = BarrierFactory(plan=plan)
    log_in(client, plan, role)

    page = client.get(barrier.get_absolute_url()).content.decode()

    offered = ["Propose a solution", "Link a finding", "Edit", "Remove from the plan"]
    assert [each for each in offered if f">{each}</a>" in page] == words


def test_a_barrier_shows_who_raised_it_and_why_it_is_parked(client, plan):
    member = MembershipFactory(city=plan.city, user__name="Siv Hedlund")
    barrier = BarrierFactory(plan=plan, by=member, status="parked", parked_reason="The law says so.")
    log_in(client, plan)

    page = client.get(barrier.get_absolute_url()).content.decode()

    assert ("Siv Hedlund" in page, "Parked: The law says so." in page) == (True, True)


def test_a_description_is_shown_in_paragraphs_and_never_as_markup(client, plan):
    barrier = BarrierFactory(plan=plan, description="First\n\n<script>alert(1)</script>")
    log_in(client, plan)

    page = client.get(barrier.get_absolute_url()).content.decode()

    assert "<p>First</p>\n\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in page


@pytest.mark.parametrize(
    ("posted", "status"),
    [
        ({"description": "x" * 200_000}, 422),
        ({"description": "<b onclick=x>\x00\x07👷\u202e"}, 302),
        ({"title": "\x00\x07"}, 422),
        ({"category": "<script>"}, 422),
        ({"findings": ["x", "99999999999999999999999"]}, 422),
        ({"step": "x" * 5000}, 422),
    ],
)
def test_bad_input_is_cleaned_or_refused_at_its_field(client, plan, posted, status):
    log_in(client, plan)

    response = client.post(reverse("actionplan:barrier-add", args=[plan.city.slug]), {**RAISED, **posted})

    assert response.status_code == status
    if status == 422:
        assert list(response.context["form"].errors) == list(posted)


def test_two_who_change_different_fields_are_both_kept(client, plan):
    barrier = BarrierFactory(plan=plan, title="Before", description="Before")
    log_in(client, plan, Role.EDITOR)
    form = {"title": "Before", "description": "Before", "category": "market", "status": "raised", "revision": 1}
    address = reverse("actionplan:barrier-edit", args=[plan.city.slug, barrier.pk])

    client.post(address, {**form, "title": "Mine"})
    client.post(address, {**form, "description": "Theirs"})

    barrier.refresh_from_db()
    assert (barrier.title, barrier.description, barrier.revision) == ("Mine", "Theirs", 3)
