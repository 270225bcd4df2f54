from __future__ import annotations

import pytest
from django.http import QueryDict

from actionplan.forms.barriers import BarrierFilter, BarrierForm, RaiseBarrierForm
from actionplan.models import Barrier
from tests.factories import BarrierFactory, FindingFactory, PlanFactory

pytestmark = pytest.mark.django_db

VALID = {"title": "The lots are too large", "category": "market", "status": "raised"}


def form_with(plan=None, **values):
    return BarrierForm({**VALID, **values}, instance=Barrier(plan=plan or PlanFactory()))


def test_a_member_says_nothing_about_status():
    assert list(RaiseBarrierForm.base_fields) == ["title", "description", "category", "step", "findings", "revision"]


def test_a_parked_barrier_needs_a_reason():
    form = form_with(status="parked")

    assert form.errors == {
        "parked_reason": ["Give the reason why the barrier is parked. The person who added it can read it."]
    }


def test_a_barrier_that_is_not_parked_keeps_no_reason():
    form = form_with(status="agreed", parked_reason="Left over")

    assert form.is_valid()
    assert form.changes["parked_reason"] == ""


def test_pasted_text_is_cleaned():
    form = form_with(title="Too\x00 large\r\nlots 👷", description="<script>alert(1)</script>\r\n\x07End")

    assert form.is_valid()
    assert (form.changes["title"], form.changes["description"]) == (
        "Too large lots 👷",
        "<script>alert(1)</script>\nEnd",
    )


def test_a_text_without_end_is_refused_at_its_field():
    form = form_with(description="x" * 200_000)

    assert form.errors == {
        "description": ["At most 10000 characters fit here, and this has 200000. Shorten it, nothing is lost."]
    }


def test_a_long_title_is_refused_and_not_cut_by_the_browser():
    form = form_with(title="x" * 201)

    assert form.errors == {"title": ["At most 200 characters fit here, and this has 201. Shorten it, nothing is lost."]}
    assert "maxlength" not in str(form["title"])


def test_another_citys_finding_is_refused_and_not_named():
    foreign = FindingFactory(title="Secret of the other city")

    form = form_with(findings=[foreign.pk])

    assert list(form.errors) == ["findings"]
    assert "Secret" not in str(form.errors)
    assert "Secret" not in str(form["findings"])


def test_findings_that_were_taken_out_are_not_offered(removed):
    finding = removed(FindingFactory())

    form = form_with(plan=finding.plan)

    assert list(form.fields["findings"].queryset) == []


def test_a_link_to_a_finding_that_was_taken_out_is_kept(removed):
    finding = FindingFactory()
    barrier = BarrierFactory(plan=finding.plan, findings=[finding])
    removed(finding)

    form = BarrierForm(instance=barrier)

    assert [label for _value, label in form.fields["findings"].choices] == [
        f"{finding} (removed from the plan)",
    ]


def test_ticked_findings_come_first():
    plan = PlanFactory()
    first, second = FindingFactory(plan=plan), FindingFactory(plan=plan)
    barrier = BarrierFactory(plan=plan, findings=[second])

    form = BarrierForm(instance=barrier)

    assert list(form.fields["findings"].queryset) == [second, first]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Large lots", "Ärenden glöms"]),
        ("q=LARGE", ["Large lots"]),
        ("q=ärenden", ["Ärenden glöms"]),
        ("q=Dem", ["Ärenden glöms"]),
        ("status=agreed", ["Ärenden glöms"]),
        ("category=law", ["Large lots"]),
        ("stage=preparation", ["Large lots"]),
        ("q=lots&status=agreed", []),
        ("status=nonsense&stage=nonsense", ["Large lots", "Ärenden glöms"]),
        ("q=%00%07", ["Large lots", "Ärenden glöms"]),
    ],
)
def test_the_filter_narrows(asked, found):
    plan = PlanFactory()
    BarrierFactory(plan=plan, title="Large lots", category="law", step="lots")
    BarrierFactory(plan=plan, title="Ärenden glöms", description="Vi glömmer dem.", status="agreed", step="award")

    rows = BarrierFilter(QueryDict(asked)).narrow(Barrier.objects.all())

    assert [row.title for row in rows] == found
