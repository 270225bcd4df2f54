"""Who stands in a document, and what beside it is printed of them."""

from datetime import UTC, datetime

import pytest

from actionplan.document import people, snapshot
from tests import factories
from tests.plans import full_plan

pytestmark = pytest.mark.django_db


def test_whoever_left_stays_only_with_what_she_said():
    made = full_plan()
    silent = factories.MembershipFactory(city=made.city)
    for seat in (made.supplier, silent):
        seat.ended_at = datetime(2025, 9, 1, tzinfo=UTC)
        seat.save()

    document = snapshot.take(made.plan)

    assert [member["ref"] for member in document["members"]] == [made.coordinator.reference, made.supplier.reference]
    assert list(people.names(made.plan)) == [made.coordinator.reference, made.supplier.reference]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("name", ("name", "Yusuf Demir", "strategist", "Tallmon Städ AB")),
        ("function", ("function", "", "strategist", "Tallmon Städ AB")),
        ("organisation", ("organisation", "", "", "Tallmon Städ AB")),
        ("anonymous", ("anonymous", "", "", "")),
    ],
)
def test_a_name_holds_no_more_than_the_member_lets_us_print(form, printed):
    made = full_plan()
    made.supplier.published_as = form
    made.supplier.save()

    name = people.names(made.plan)[made.supplier.reference]

    assert (name["shown_as"], name["name"], name["function"], name["organisation"]) == printed


def test_a_form_with_nothing_to_show_is_anonymous():
    seat = factories.MembershipFactory(published_as="organisation", function="buyer")

    assert people.printed_name(seat) == {"shown_as": "anonymous", "name": "", "function": "", "organisation": ""}
