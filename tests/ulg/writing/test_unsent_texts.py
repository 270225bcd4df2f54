from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import MembershipFactory, SectionFactory
from ulg.models import UnsentText
from ulg.roles import Role
from ulg.writing import unsent_texts
from ulg.writing.unsent_texts import Origin

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
    return unsent_texts.keep(
        **{"by": by, "form_url": action, "page": action, "title": "Vision", "seen": 3, "fields": fields, **changes}
    )


def texts():
    """Every kept text, the newest first."""
    return [unsent.fields["text"] for unsent in UnsentText.objects.all()]


def test_a_text_is_kept_with_what_its_writer_saw(anna, action):
    unsent = keep(
        anna, action, fields={"text": ["<p>New</p>"], "revision": ["3"], "unsent_title": ["x"], "status": ["draft"]}
    )

    kept = UnsentText.objects.get()
    assert kept == unsent
    assert (kept.author, kept.form_url, kept.page, kept.title, kept.seen_revision) == (
        anna,
        action,
        action,
        "Vision",
        3,
    )
    assert kept.fields == {"text": ["<p>New</p>"], "status": ["draft"]}


def test_a_page_has_one_text_a_form(anna, action):
    keep(anna, action, origin=Origin("desk", 1))
    keep(anna, action, origin=Origin("desk", 2), fields={"text": ["<p>Newer</p>"]})

    assert texts() == [["<p>Newer</p>"]]


def test_another_page_never_writes_over_it(anna, action):
    keep(anna, action, origin=Origin("phone", 5), fields={"text": ["from the phone"]})
    keep(anna, action, origin=Origin("desk", 1), fields={"text": ["from the desk"]})

    assert texts() == [["from the desk"], ["from the phone"]]


def test_a_page_goes_on_with_the_text_that_it_was_opened_with(anna, action):
    found = keep(anna, action, origin=Origin("phone", 5), fields={"text": ["from the phone"]})
    keep(anna, action, origin=Origin("desk", 1, found.pk, found.version), fields={"text": ["and the desk"]})

    assert texts() == [["and the desk"]]


def test_a_text_that_has_gone_on_elsewhere_since_is_left_alone(anna, action):
    found = keep(anna, action, origin=Origin("phone", 5))
    keep(anna, action, origin=Origin("phone", 6), fields={"text": ["later on the phone"]})

    keep(anna, action, origin=Origin("desk", 1, found.pk, found.version), fields={"text": ["on the desk"]})

    assert texts() == [["on the desk"], ["later on the phone"]]


def test_the_page_whose_text_was_taken_over_makes_a_new_one(anna, action):
    found = keep(anna, action, origin=Origin("phone", 5))
    keep(anna, action, origin=Origin("desk", 1, found.pk, found.version), fields={"text": ["on the desk"]})

    keep(anna, action, origin=Origin("phone", 6, found.pk, found.version), fields={"text": ["on the phone"]})

    assert texts() == [["on the phone"], ["on the desk"]]


@pytest.mark.parametrize("edits", [1, 2])
def test_what_was_under_way_for_long_is_not_written_over_later_words(anna, action, edits):
    keep(anna, action, origin=Origin("desk", 2), fields={"text": ["later"]})
    keep(anna, action, origin=Origin("desk", edits), fields={"text": ["earlier"]})

    assert texts() == [["later"]]


def test_the_same_sent_twice_without_scripts_is_kept_once(anna, action):
    keep(anna, action)
    keep(anna, action)

    assert UnsentText.objects.count() == 1


def test_nobody_goes_on_with_another_members_text(anna, action):
    found = keep(MembershipFactory(city=anna.city, role=Role.EDITOR), action, fields={"text": ["hers"]})

    keep(anna, action, origin=Origin("desk", 1, found.pk, found.version), fields={"text": ["mine"]})

    assert texts() == [["mine"], ["hers"]]


def test_a_new_text_is_refused_rather_than_an_old_one_thrown_away(anna, action, monkeypatch):
    monkeypatch.setattr(unsent_texts, "MOST", 1)
    keep(anna, action, origin=Origin("desk", 1), fields={"text": ["first"]})

    with pytest.raises(unsent_texts.TooMany):
        keep(anna, action, origin=Origin("phone", 1))
    keep(anna, action, origin=Origin("desk", 2), fields={"text": ["first goes on"]})

    assert texts() == [["first goes on"]]


def test_what_came_without_a_login_writes_over_nothing_and_is_few(anna, action, monkeypatch):
    monkeypatch.setattr(unsent_texts, "MOST_UNATTENDED", 1)
    found = keep(anna, action, origin=Origin("desk", 1), fields={"text": ["first"]})
    later = Origin("desk", 2, found.pk, found.version)

    keep(anna, action, origin=later, is_unattended=True, fields={"text": ["logged out"]})
    with pytest.raises(unsent_texts.TooMany):
        keep(anna, action, origin=Origin("phone", 2, found.pk, found.version), is_unattended=True)

    assert texts() == [["logged out"], ["first"]]


def test_the_page_that_goes_on_after_the_login_takes_in_what_it_kept_without(anna, action):
    keep(anna, action, origin=Origin("desk", 1))
    keep(anna, action, origin=Origin("desk", 2), is_unattended=True)

    keep(anna, action, origin=Origin("desk", 3), fields={"text": ["all"]})

    assert texts() == [["all"]]


def test_a_form_that_the_member_may_not_send_is_not_kept(action, section):
    reader = MembershipFactory(city=section.plan.city, role=Role.OBSERVER)

    with pytest.raises(unsent_texts.NotYours):
        keep(reader, action)

    assert not UnsentText.objects.exists()


@pytest.mark.parametrize("action", ["/elsewhere/plan/edit/", "/nothing/at/all/like/this/", "/health/", "x" * 201])
def test_an_address_outside_the_city_is_not_kept(anna, action):
    with pytest.raises(unsent_texts.NotYours):
        keep(anna, action, page=f"/{anna.city.slug}/plan/")


@pytest.mark.parametrize("page", ["https://example.org/", "//example.org/", "/elsewhere/plan/"])
def test_an_unsent_text_leads_nowhere_outside_the_city(anna, action, page):
    with pytest.raises(unsent_texts.NotYours):
        keep(anna, action, page=page)


def test_a_text_that_is_too_long_is_refused(anna, action):
    with pytest.raises(unsent_texts.TooLong):
        keep(anna, action, fields={"text": ["x" * unsent_texts.LARGEST, "y"]})


def test_characters_that_no_database_keeps_fall_out(anna, action):
    keep(anna, action, fields={"text": ["a\x00b\ud800c"]})

    assert UnsentText.objects.get().fields == {"text": ["abc"]}


def test_others_who_write_in_the_form_just_now_are_known(anna, action):
    karin = keep(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    late = keep(MembershipFactory(city=anna.city, role=Role.EDITOR), action)
    keep(anna, action)
    UnsentText.objects.filter(pk=late.pk).update(saved_at=timezone.now() - timedelta(minutes=1))

    assert list(unsent_texts.others_writing(by=anna, form_url=action)) == [karin.author]


def test_an_unsent_text_fills_a_form_and_what_it_leaves_out_was_left_empty(anna, action):
    unsent = keep(anna, action, fields={"text": ["a"], "findings": ["1", "2"]})

    assert unsent_texts.initial(unsent, ["findings", "barriers"]) == {
        "text": "a",
        "findings": ["1", "2"],
        "barriers": [],
        "revision": 3,
    }
    assert unsent_texts.initial(None) == {}


@pytest.mark.parametrize(("sent", "seen"), [(["7"], 7), (["x"], None), ([], None), (["9" * 30], None), (["-1"], None)])
def test_the_revision_that_a_form_carries_is_a_number_or_nothing(sent, seen):
    assert unsent_texts.seen_in({"revision": sent}) == seen


def test_a_sent_form_takes_only_its_own_text_along(anna, action):
    opened = keep(anna, action, origin=Origin("gone", 1), fields={"text": ["opened with"]})
    keep(anna, action, origin=Origin("desk", 2), fields={"text": ["sent"]})
    keep(anna, action, origin=Origin("phone", 1), fields={"text": ["on the phone"]})

    unsent_texts.discard(by=anna, form_url=action, origin=Origin("desk", 2, opened.pk, opened.version))

    assert texts() == [["on the phone"]]


@pytest.mark.parametrize("origin", [Origin("desk", 1), Origin()])
def test_what_was_typed_after_the_form_was_sent_stays(anna, action, origin):
    keep(anna, action, origin=Origin("desk", 2), fields={"text": ["and more"]})

    unsent_texts.discard(by=anna, form_url=action, origin=origin)

    assert texts() == [["and more"]]
