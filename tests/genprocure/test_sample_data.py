from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from actionplan.kinds import numbered
from actionplan.models import Barrier, Comment, Indicator, Section, Solution
from actionplan.reference.outline import WRITTEN
from genprocure.sample_data.cities import ROLES, populate
from ulg.models import City, Membership, Revised, User
from ulg.models.revised import HISTORY
from ulg.writing import saving

pytestmark = pytest.mark.django_db


def test_populate_adds_cities_each_with_so_many_rows():
    populate(cities=2, barriers=5, comments=40)

    found = {city.slug: rows_of(city) for city in City.objects.order_by("slug")}
    each = {"finding": 3, "barrier": 5, "solution": 5, "objective": 4, "action": 3, "indicator": 3, "comment": 40}
    each |= {"section": len(WRITTEN), "membership": len(ROLES)}
    assert found == {"example-1": each, "example-2": each}


def test_populate_counts_what_it_wrote():
    counts = populate(cities=2, barriers=5, comments=40)

    assert (counts["cities"], counts["barriers"], counts["comments"]) == (2, 10, 80)


def test_populate_a_second_time_adds_more_cities():
    populate(cities=1, barriers=1, comments=1)

    populate(cities=1, barriers=1, comments=1)

    assert list(City.objects.order_by("slug").values_list("slug", flat=True)) == ["example-1", "example-2"]


def test_populate_invents_people_of_example_org_only():
    populate(cities=1, barriers=1, comments=1)

    assert User.objects.exists()
    assert not User.objects.exclude(email__endswith="@example.org").exists()


def test_populate_puts_a_fifth_of_the_comments_on_the_first_barrier():
    populate(cities=1, barriers=5, comments=100)

    first = Barrier.objects.get(number=1)
    assert (first.comments.count(), first.comments.filter(is_answer=True).count()) == (20, 5)


@pytest.mark.parametrize("model", Revised.kinds().values(), ids=Revised.kinds())
def test_populate_gives_every_record_a_history_that_holds_all_of_it(model):
    populate(cities=1, barriers=4, comments=20)

    names = [each.name for each in (*HISTORY.fields_included(model), *model._meta.many_to_many)]
    for record in model.objects.all():
        assert saving.values_at(record, 1, names) == {name: saving.value_of(record, name) for name in names}


@pytest.mark.parametrize(("model", "name"), [(Barrier, "findings"), (Solution, "barriers"), (Indicator, "actions")])
def test_populate_links_the_records(model, name):
    populate(cities=1, barriers=4, comments=1)

    assert all(getattr(record, name).exists() for record in model.objects.all())


def test_populate_writes_only_what_a_form_would_accept():
    populate(cities=1, barriers=12, comments=20)

    for model in (*(kind.model for kind in numbered()), Comment, Section, Membership, City):
        for record in model.objects.all():
            record.full_clean(exclude=["edited_at", "withdrawn_at", "removed_at"])


def test_a_populated_record_is_saved_like_any_other():
    populate(cities=1, barriers=1, comments=1)
    barrier, editor = Barrier.objects.get(), Membership.objects.filter(role="editor").first()

    outcome = saving.save(barrier, {"title": "The lots are too large"}, seen=1, by=editor)

    assert (outcome.changed, outcome.record.revision, barrier.history.count()) == (("title",), 2, 2)


def test_the_command_prints_what_there_is_now():
    out = StringIO()

    call_command("populate", "--cities", "1", "--barriers", "3", "--comments", "8", stdout=out)

    assert "        3 barriers\n" in out.getvalue()


@pytest.mark.parametrize("count", ["0", "-1"])
def test_the_command_refuses_fewer_than_one(count):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("populate", "--barriers", count)


def rows_of(city: City) -> dict[str, int]:
    kinds = (*(kind.model for kind in numbered()), Comment, Section, Membership)
    return {model._meta.model_name: model.objects.in_city(city).count() for model in kinds}
