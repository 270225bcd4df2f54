from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, SectionFactory
from ulg.models import Draft
from ulg.roles import Role
from ulg.services import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return SectionFactory()


@pytest.fixture
def action(section):
    return reverse("actionplan:section-edit", args=[section.plan.city.slug, section.key])


@pytest.fixture
def anna(section):
    return MembershipFactory(city=section.plan.city, role=Role.EDITOR)


def keep(by, action, **changes):
    fields = changes.pop("fields", {"text": ["<p>New</p>"]})
    return drafts.keep(
        **{"by": by, "action": action, "page": action, "title": "Vision", "seen": 3, "fields": fields, **changes}
    )


def test_a_text_is_kept_with_what_its_writer_saw(anna, action):
    draft = keep(
        anna, action, fields={"text": ["<p>New</p>"], "revision": ["3"], "draft_title": ["x"], "status": ["draft"]}
    )

    kept = Draft.objects.get()
    assert kept == draft
    assert (kept.author, kept.action, kept.page, kept.title, kept.seen_revision) == (anna, action, action, "Vision", 3)
    assert kept.fields == {"text": ["<p>New</p>"], "status": ["draft"]}


def test_a_member_has_one_draft_a_form(anna, action):
    keep(anna, action)
    keep(anna, action, fields={"text": ["<p>Newer</p>"]})

    assert [draft.fields for draft in Draft.objects.all()] == [{"text": ["<p>Newer</p>"]}]


def test_a_form_that_the_member_may_not_send_is_not_kept(action, section):
    reader = MembershipFactory(city=section.plan.city, role=Role.OBSERVER)

    with pytest.raises(drafts.NotYours):
        keep(reader, action)

    assert not Draft.objects.exists()


@pytest.mark.parametrize("action", ["/elsewhere/plan/edit/", "/nothing/at/all/like/this/", "/health/", "x" * 201])
def test_an_address_outside_the_city_is_not_kept(anna, action):
    with pytest.raises(drafts.NotYours):
        keep(anna, action, page=f"/{anna.city.slug}/plan/")


@pytest.mark.parametrize("page", ["https://example.org/", "//example.org/", "/elsewhere/plan/"])
def test_a_draft_leads_nowhere_outside_the_city(anna, action, page):
    with pytest.raises(drafts.NotYours):
        keep(anna, action, page=page)


def test_a_text_that_is_too_long_is_refused(anna, action):
    with pytest.raises(drafts.TooLong):
        keep(anna, action, fields={"text": ["x" * drafts.LARGEST, "y"]})


def test_characters_that_no_database_keeps_fall_out(anna, action):
    keep(anna, action, fields={"text": ["a\x00b\ud800c"]})

    assert Draft.objects.get().fields == {"text": ["abc"]}


def test_an_older_window_does_not_write_over_a_newer_one(anna, action):
    opened_at = timezone.now()
    keep(anna, action, window="phone", opened_at=opened_at, fields={"text": ["from the phone"]})

    with pytest.raises(drafts.KeptElsewhere):
        keep(anna, action, window="desk", opened_at=opened_at, fields={"text": ["from the desk"]})

    assert Draft.objects.get().fields == {"text": ["from the phone"]}


@pytest.mark.parametrize(("window", "opened"), [("phone", timedelta(0)), ("desk", timedelta(hours=1)), ("desk", None)])
def test_the_same_window_a_later_one_and_one_that_insists_write_over(anna, action, window, opened):
    now = timezone.now()
    keep(anna, action, window="phone", opened_at=now)

    keep(anna, action, window=window, opened_at=opened is not None and now + opened, fields={"text": ["newer"]})

    assert Draft.objects.get().fields == {"text": ["newer"]}


def test_others_who_write_in_the_form_just_now_are_known(anna, action):
    karin = keep(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    late = keep(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    keep(anna, action)
    Draft.objects.filter(pk=late.pk).update(saved_at=timezone.now() - timedelta(minutes=1))

    assert list(drafts.others_writing(by=anna, action=action)) == [karin]


def test_a_draft_fills_a_form_and_what_it_leaves_out_was_left_empty(anna, action):
    draft = keep(anna, action, fields={"text": ["a"], "findings": ["1", "2"]})

    assert drafts.initial(draft, ["findings", "barriers"]) == {
        "text": "a",
        "findings": ["1", "2"],
        "barriers": [],
        "revision": 3,
    }
    assert drafts.initial(None) == {}


@pytest.mark.parametrize(("sent", "seen"), [(["7"], 7), (["x"], None), ([], None), (["9" * 30], None), (["-1"], None)])
def test_the_revision_that_a_form_carries_is_a_number_or_nothing(sent, seen):
    assert drafts.seen_in({"revision": sent}) == seen


def test_a_draft_is_thrown_away(anna, action):
    keep(anna, action)

    drafts.discard(by=anna, action=action)

    assert drafts.find(by=anna, action=action) is None
