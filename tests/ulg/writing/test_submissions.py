from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from tests.factories import MembershipFactory, OrganisationFactory
from ulg.models import Submission, UnsentText
from ulg.writing import submissions
from ulg.writing.submissions import KEY, AlreadySent, Sent

pytestmark = pytest.mark.django_db
ACTION = "/here/barriers/add/"


@pytest.fixture
def author():
    return MembershipFactory()


def sent(author, *, key=None, action=ACTION, **fields):
    said = {name: [value] for name, value in fields.items()}
    return Sent.of(author, action, said | ({KEY: [str(key)]} if key else {}))


def outcome(form, make):
    """What was made now, or what was made before and whether it said the same."""
    try:
        return submissions.once(form, make)
    except AlreadySent as earlier:
        return earlier.made, earlier.is_same


def test_same_form_sent_again_names_what_it_made(author):
    key, made = uuid4(), []

    def make():
        made.append(OrganisationFactory(city=author.city))
        return made[-1]

    answers = [outcome(sent(author, key=key, title="Lots"), make) for _time in range(2)]

    assert answers == [made[0], (made[0].pk, True)]
    assert len(made) == 1


def test_other_words_under_one_key_are_told_apart_from_the_same(author):
    key, made = uuid4(), OrganisationFactory(city=author.city)
    submissions.once(sent(author, key=key, title="Lots", csrfmiddlewaretoken="1"), lambda: made)

    answers = [
        outcome(sent(author, key=key, csrfmiddlewaretoken="2", **fields), pytest.fail)
        for fields in ({"title": "Lots"}, {"title": " Lots\r\n"}, {"title": "Larger lots"})
    ]

    assert answers == [(made.pk, True), (made.pk, True), (made.pk, False)]


def test_key_belongs_to_its_author_and_its_form(author):
    key, made = uuid4(), OrganisationFactory(city=author.city)
    forms = [
        sent(author, key=key),
        sent(MembershipFactory(), key=key),
        sent(author, key=key, action="/here/solutions/add/"),
        sent(author, key=uuid4()),
    ]

    assert [outcome(form, lambda: made) for form in forms] == [made] * 4


@pytest.mark.parametrize("key", [None, "", "no key", "\x00", "9" * 400])
def test_form_without_a_key_is_the_same_within_a_minute_if_it_says_the_same(author, key):
    made = OrganisationFactory(city=author.city)

    answers = [outcome(sent(author, key=key, title=title), lambda: made) for title in ("Lots", "Lots", "Larger lots")]
    Submission.objects.update(sent_at=timezone.now() - timedelta(minutes=2))
    later = outcome(sent(author, key=key, title="Lots"), lambda: made)

    assert [*answers, later] == [made, (made.pk, True), made, made]


def test_what_failed_may_be_sent_again(author):
    key, made = uuid4(), OrganisationFactory(city=author.city)

    with pytest.raises(ZeroDivisionError):
        submissions.once(sent(author, key=key), lambda: 1 / 0)

    assert outcome(sent(author, key=key), lambda: made) == made


def test_what_was_refused_may_be_sent_again(author):
    key, made = uuid4(), OrganisationFactory(city=author.city)

    answers = [outcome(sent(author, key=key), make) for make in (lambda: None, lambda: made)]

    assert answers == [None, made]


def test_check_asks_without_making(author):
    form, made = sent(author, key=uuid4()), OrganisationFactory(city=author.city)
    submissions.check(form)
    submissions.once(form, lambda: made)

    with pytest.raises(AlreadySent) as earlier:
        submissions.check(form)

    assert earlier.value.made == made.pk


def test_what_nobody_can_send_again_is_cleared(author, monkeypatch):
    monkeypatch.setattr(submissions, "AT_A_TIME", 2)
    made = OrganisationFactory(city=author.city)
    kept = "/here/solutions/add/"
    for action in (*[ACTION] * 5, kept):
        submissions.once(sent(author, key=uuid4(), action=action), lambda: made)
    Submission.objects.update(sent_at=timezone.now() - timedelta(days=29))
    UnsentText.objects.create(author=author, form_url=kept, page=kept, title="Kept with its key")
    submissions.once(sent(author, key=uuid4()), lambda: made)

    removed = submissions.clear_expired()

    assert removed == 5
    assert sorted(Submission.objects.values_list("form_url", flat=True)) == [ACTION, kept]


def test_the_daily_command_clears_sent_forms_and_ended_logins(author, capsys):
    form, made = sent(author, key=uuid4()), OrganisationFactory(city=author.city)
    submissions.once(form, lambda: made)
    Submission.objects.update(sent_at=timezone.now() - timedelta(days=29))
    Session.objects.create(session_key="ended", session_data="", expire_date=timezone.now() - timedelta(days=1))

    call_command("clear_expired")

    assert capsys.readouterr().out == "Sent forms removed: 1.\nFiles of suppliers removed that nobody confirmed: 0.\n"
    assert (Submission.objects.exists(), Session.objects.exists()) == (False, False)
