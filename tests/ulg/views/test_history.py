import pytest
from django.urls import reverse

from tests.factories import (
    BarrierFactory,
    CommentFactory,
    FindingFactory,
    MembershipFactory,
    OrganisationFactory,
    PlanFactory,
    SectionFactory,
)
from tests.queries import MOST, queries_of
from ulg.roles import Role
from ulg.writing import saving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory()


@pytest.fixture
def anna(plan, client):
    seat = MembershipFactory(city=plan.city, role=Role.COORDINATOR, user__name="Anna Lindqvist")
    client.force_login(seat.user)
    return seat


def url_of(record, city):
    return reverse("ulg:history", args=[city.slug, record._meta.model_name, record.pk])


def restore_url(record, city, revision):
    return reverse("ulg:restore", args=[city.slug, record._meta.model_name, record.pk, revision])


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_it_says_who_changed_what_from_what_to_what(client, anna, plan):
    barrier = BarrierFactory(plan=plan)
    saving.save(barrier, {"status": "agreed"}, seen=1, by=anna)

    page = text_of(client.get(url_of(barrier, plan.city)))

    assert "<b>Anna Lindqvist</b> changed status" in page
    assert "<b>Status</b> from New to Agreed" in page


def test_words_that_came_and_went_are_marked_and_escaped(client, anna, plan):
    section = SectionFactory(plan=plan, text="<p>Ask 1 &lt; 2.</p>")
    saving.save(section, {"text": "<p>Ask 1 &lt; 2 &lt;script&gt;.</p>"}, seen=1, by=anna)

    page = text_of(client.get(url_of(section, plan.city)))

    assert '<ins><span class="visually-hidden">added: </span> &lt;script&gt;</ins>' in page


@pytest.mark.parametrize("kind", ["city", "organisation", "membership", "plan", "section", "barrier", "comment"])
def test_every_kind_of_record_has_a_history(client, anna, plan, kind):
    made = {
        "city": lambda: plan.city,
        "organisation": lambda: OrganisationFactory(city=plan.city),
        "membership": lambda: anna,
        "plan": lambda: plan,
        "section": lambda: SectionFactory(plan=plan),
        "barrier": lambda: BarrierFactory(plan=plan),
        "comment": lambda: CommentFactory(record=BarrierFactory(plan=plan)),
    }

    assert client.get(url_of(made[kind](), plan.city)).status_code == 200


def test_an_unknown_kind_and_another_citys_record_are_not_found(client, anna, plan):
    elsewhere = BarrierFactory()
    unknown = reverse("ulg:history", args=[plan.city.slug, "draft", 1])

    pages = [unknown, url_of(elsewhere, plan.city), url_of(elsewhere, elsewhere.plan.city)]
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]


@pytest.mark.parametrize(
    ("role", "statuses"),
    [(Role.OBSERVER, (200, 403, 403)), (Role.EDITOR, (200, 200, 403)), (Role.COORDINATOR, (200, 200, 200))],
)
def test_the_record_says_who_may_read_its_history(client, plan, role, statuses):
    seat = MembershipFactory(city=plan.city, role=role)
    comment = CommentFactory(record=BarrierFactory(plan=plan))
    client.force_login(seat.user)

    found = [client.get(url_of(record, plan.city)).status_code for record in (comment.record, comment, seat)]

    assert tuple(found) == statuses


def test_no_address_is_shown_for_somebody_without_a_name(client, anna, plan):
    nameless = MembershipFactory(city=plan.city, user__name="", user__email="secret@example.org")
    section = SectionFactory(plan=plan)
    saving.save(section, {"text": "<p>New</p>"}, seen=1, by=nameless)

    page = text_of(client.get(url_of(section, plan.city)))

    assert ("secret@example.org" in page, "<b>A member</b> changed" in page) == (False, True)


def test_an_earlier_revision_is_restored_as_a_new_one(client, anna, plan):
    barrier = BarrierFactory(plan=plan, title="First")
    saving.save(barrier, {"title": "Second"}, seen=1, by=anna)

    response = client.post(restore_url(barrier, plan.city, 1), {"revision": "2"}, follow=True)

    barrier.refresh_from_db()
    assert (barrier.title, barrier.revision) == ("First", 3)
    assert "Restored, as a new revision." in text_of(response)
    assert "<b>Anna Lindqvist</b> restored an earlier state" in text_of(response)


def test_what_stands_like_that_already_is_not_restored(client, anna, plan):
    barrier = BarrierFactory(plan=plan)

    response = client.post(restore_url(barrier, plan.city, 1), {"revision": "1"}, follow=True)

    assert "It already looks like that, so nothing was changed." in text_of(response)


@pytest.mark.parametrize("seen", ["2", "", "x"])
def test_what_somebody_changed_meanwhile_is_not_restored_unread(client, anna, plan, seen):
    organisation = OrganisationFactory(city=plan.city, name="First")
    saving.save(organisation, {"name": "Second"}, seen=1, by=anna)
    saving.save(organisation, {"name": "Third"}, seen=2, by=anna)

    response = client.post(restore_url(organisation, plan.city, 1), {"revision": seen}, follow=True)

    organisation.refresh_from_db()
    assert organisation.name == "Third"
    assert "Somebody has changed this in the meantime." in text_of(response)


def test_a_revision_that_would_be_wrong_today_says_why(client, anna, plan):
    organisation = OrganisationFactory(city=plan.city, name="Office")
    saving.save(organisation, {"name": "Bureau"}, seen=1, by=anna)
    OrganisationFactory(city=plan.city, name="Office")

    response = client.post(restore_url(organisation, plan.city, 1), {"revision": "2"}, follow=True)

    assert "It cannot be restored as it was: Organisation with this City and Name already exists." in text_of(response)


@pytest.mark.parametrize(("role", "status"), [(Role.OBSERVER, 403), (Role.MEMBER, 403), (Role.EDITOR, 302)])
def test_restoring_needs_the_permission_to_edit(client, plan, role, status):
    barrier = BarrierFactory(plan=plan)
    client.force_login(MembershipFactory(city=plan.city, role=role).user)

    page = client.get(url_of(barrier, plan.city)).content.decode()
    response = client.post(restore_url(barrier, plan.city, 1), {"revision": "1"})

    assert response.status_code == status
    assert "Restore" not in page


def test_nobody_restores_anothers_words_or_seat(client, anna, plan):
    comment = CommentFactory(record=BarrierFactory(plan=plan))

    found = [client.post(restore_url(record, plan.city, 1), {"revision": "1"}) for record in (comment, anna)]

    assert [response.status_code for response in found] == [403, 403]


def test_it_asks_as_much_for_one_revision_as_for_many(client, anna, plan):
    first, second = FindingFactory.create_batch(2, plan=plan)
    barrier = BarrierFactory(plan=plan, findings=[first])
    saving.save(barrier, {"title": "Title", "findings": [second]}, seen=1, by=anna)
    few = queries_of(client, url_of(barrier, plan.city))
    for seen in range(2, 40):
        saving.save(
            barrier, {"title": f"Title {seen}", "findings": [first] if seen % 2 else [second]}, seen=seen, by=anna
        )

    assert queries_of(client, url_of(barrier, plan.city)) == few <= MOST


def test_a_link_and_a_heading_are_told_from_what_to_what(client, anna, plan):
    section = SectionFactory(plan=plan, text='<p>Aim</p><p>See <a href="https://example.org/1">this</a>.</p>')
    text = '<h2>Aim</h2><p>See <a href="https://example.org/2">this</a>.</p>'
    saving.save(section, {"text": text}, seen=1, by=anna)

    page = text_of(client.get(url_of(section, plan.city)))

    assert "Link “this” from https://example.org/1 to https://example.org/2" in page
    assert "“Aim” from paragraph to heading" in page


def test_a_conflict_says_which_link_leads_elsewhere(client, anna, plan):
    section = SectionFactory(plan=plan, text='<p>See <a href="https://example.org/1">this</a>.</p>')
    theirs, mine = (f'<p>See <a href="https://example.org/{place}">this</a>.</p>' for place in ("theirs", "mine"))
    saving.save(section, {"text": theirs}, seen=1, by=anna)
    edit = reverse("actionplan:section-edit", args=[plan.city.slug, section.key])

    page = text_of(client.post(edit, {"text": mine, "status": "draft", "revision": "1"}))

    assert "Link “this” from https://example.org/theirs to https://example.org/mine" in page
