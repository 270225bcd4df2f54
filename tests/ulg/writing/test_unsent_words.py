from __future__ import annotations

import pytest

from tests.factories import MembershipFactory
from ulg.models import UnsentText
from ulg.writing import unsent_texts, unsent_words
from ulg.writing.unsent_texts import Origin

pytestmark = pytest.mark.django_db
WHOLE = "<p>We buy.</p><p>Half and the whole of it.</p><p>End.</p>"
HALF = "<p>We buy.</p><p>Half an</p><p>End.</p>"
ALIKE = " ".join(f"word{number}" for number in range(30))


@pytest.fixture
def anna():
    return MembershipFactory()


def kept(anna, text, *, window="desk", edits=1, is_unattended=False, action="comments/barrier/1/add", **fields):
    return UnsentText.objects.create(
        author=anna,
        form_url=f"/{anna.city.slug}/{action}/",
        page=f"/{anna.city.slug}/",
        title="Vision",
        fields={"text": [text], **fields},
        window=window,
        edits=edits,
        is_unattended=is_unattended,
    )


def after_the_login(anna, text=WHOLE, **facts):
    return kept(anna, text, **{"edits": 2, "is_unattended": True, **facts})


@pytest.mark.parametrize("half", [HALF, "<p>We buy.</p>", WHOLE, "", "<p>Half and the whole of it.</p><p>End.</p>"])
def test_an_earlier_half_from_the_same_page_stands_in_the_whole(anna, half):
    earlier, later = kept(anna, half), after_the_login(anna)

    assert unsent_words.without_held([later, earlier]) == [later]
    assert list(unsent_texts.offered(anna)) == [later]


@pytest.mark.parametrize(
    ("half", "facts"),
    [
        ("<p>We sell.</p>", {}),
        (HALF, {"window": "sofa"}),
        (HALF, {"window": ""}),
        (HALF, {"edits": 3}),
        (HALF, {"action": "comments/barrier/2/add"}),
        (HALF, {"status": ["done"]}),
        (HALF, {"title": ["A title"]}),
    ],
)
def test_what_says_anything_else_or_comes_from_elsewhere_is_a_text_of_its_own(anna, half, facts):
    earlier, later = kept(anna, half, **facts), after_the_login(anna)

    assert unsent_words.without_held([later, earlier]) == [later, earlier]
    assert set(unsent_texts.offered(anna)) == {later, earlier}


def test_of_two_that_say_the_same_one_is_offered(anna):
    twins = [kept(anna, WHOLE), after_the_login(anna, edits=1)]

    assert unsent_words.without_held(twins) == twins[:1]
    assert unsent_texts.offered(anna).count() == 1


def test_what_is_held_goes_with_the_text_that_is_sent_and_no_other(anna):
    kept(anna, HALF)
    whole, other = after_the_login(anna), kept(anna, HALF, window="sofa")

    unsent_texts.discard(by=anna, form_url=whole.form_url, origin=Origin("later", 1, whole.pk, whole.version))

    assert list(UnsentText.objects.all()) == [other]


def test_what_is_held_goes_with_the_text_that_is_thrown_away(anna):
    kept(anna, HALF)
    whole = after_the_login(anna)

    assert unsent_texts.throw_away(whole)
    assert not UnsentText.objects.exists()


def test_a_half_that_is_thrown_away_leaves_the_whole(anna):
    half, whole = kept(anna, HALF), after_the_login(anna)

    assert unsent_texts.throw_away(half)
    assert list(UnsentText.objects.all()) == [whole]


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("One text", "Another", "One text"),
        (f"{ALIKE} and then this", f"{ALIKE} or that", "… word28 word29 and then this"),
        (f"{ALIKE} and then this", f"{ALIKE} and then that", "… and then this"),
        (ALIKE, f"{ALIKE} and more", "… word24 word25 word26 word27 word28 word29"),
        (ALIKE, ALIKE, f"{' '.join(ALIKE.split()[:24])}…"),
    ],
)
def test_texts_that_begin_alike_are_told_by_what_differs(text, other, shown):
    assert unsent_words.told_apart(text, [other]) == shown
