"""What holds for every record when it is removed from the plan and brought back."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.actionplan.views.kinds import each_kind, list_url, log_in, url
from ulg.roles import Role
from ulg.templatetags.portal import unbroken

pytestmark = pytest.mark.django_db


@each_kind
def test_taking_out_asks_and_can_be_undone(client, kind):
    record = kind.make(title="To be taken out")
    seat = log_in(client, record.plan.city)
    list_page = list_url(kind, seat.city)

    asked = client.get(url(record, "remove")).content.decode()
    removed = client.post(url(record, "remove"), {"revision": 1}, follow=True)
    record.refresh_from_db()
    was_removed_at = record.removed_at
    fold = [(each.kind, each.pk, each.revision) for each in removed.context["taken_out"]]
    returned = client.post(url(record, "return"), {"revision": record.revision}, follow=True)

    assert f"Remove {unbroken(record.code)} from the plan?" in asked
    assert (removed.redirect_chain, was_removed_at is None) == ([(list_page, 302)], False)
    assert record.get_absolute_url() in str(next(iter(removed.context["messages"])))
    assert fold == [(kind.name, record.pk, 2)]
    record.refresh_from_db()
    assert (returned.redirect_chain, record.removed_at) == ([(record.get_absolute_url(), 302)], None)
    assert record.title in client.get(list_page).content.decode()


@each_kind
@pytest.mark.parametrize(("role", "may"), [(Role.OBSERVER, False), (Role.MEMBER, False), (Role.EDITOR, True)])
def test_a_record_that_was_taken_out_keeps_its_page(client, kind, role, may):
    record = kind.make(removed_at=timezone.now())
    log_in(client, record.plan.city, role)

    page = client.get(url(record)).content.decode()

    assert "This was removed from the plan" in page
    assert (f'action="{url(record, "return")}"' in page) is may


@each_kind
@pytest.mark.parametrize("posted", [{"revision": 1}, {}, {"revision": "x"}, {"revision": 9}])
def test_an_old_page_takes_nothing_out(client, kind, posted):
    record = kind.make()
    log_in(client, record.plan.city)
    client.post(url(record, "edit"), {"revision": 1, **kind.form(record.plan)})

    response = client.post(url(record, "remove"), posted)

    record.refresh_from_db()
    assert (response.status_code, record.removed_at, record.revision) == (409, None, 2)
    assert 'name="revision" value="2"' in response.content.decode()


@each_kind
def test_taking_out_twice_is_said_and_done_once(client, kind):
    record = kind.make()
    log_in(client, record.plan.city)

    answers = [client.post(url(record, "remove"), {"revision": 1}) for _click in range(2)]

    record.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert record.revision == 2


@each_kind
def test_nothing_is_brought_back_by_following_a_link(client, kind):
    record = kind.make(removed_at=timezone.now())
    log_in(client, record.plan.city)

    assert client.get(url(record, "return")).status_code == 405
