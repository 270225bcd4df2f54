"""What waits for one member: unsent text, answers they got, and for staff what needs a hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actionplan.kinds import KINDS
from actionplan.models import Action, Answer, Comment, Plan, Record, Section
from actionplan.reference.sections import SectionStatus
from ulg.models import Deed, Event, Membership, UnsentText
from ulg.roles import Permission
from ulg.writing import unsent_words

MOST = 5


@dataclass(frozen=True)
class Task:
    """One thing to do, with the page to do it on; `title` is the record's, where the words quote it."""

    words: str
    url: str
    code: str = ""
    since: datetime | None = None
    title: str = ""


def for_member(member: Membership, plan: Plan, seen_before: datetime | None) -> list[Task]:
    """What the member has written and not sent, and what they have not read: answers, and what others changed."""
    return _unsent(member) + _answers(member, plan, seen_before) + _changed(member, plan, seen_before)


def in_plan(plan: Plan, sections: list[Section]) -> list[Task]:
    """What the records themselves ask of whoever edits them."""
    return _in_review(plan, sections) + _to_answer(plan) + _without_lead(plan)


def _unsent(member: Membership) -> list[Task]:
    texts = unsent_words.without_held(UnsentText.objects.of(member)[:MOST]) if member.has_unsent else []
    return [
        Task(
            _("Send or delete your unsent text: %(title)s") % {"title": text.title},
            text.get_absolute_url(),
            since=text.saved_at,
        )
        for text in texts
    ]


def _answers(member: Membership, plan: Plan, seen_before: datetime | None) -> list[Task]:
    """Answers that the member has got since they were here."""
    if seen_before is None:
        return []
    said = Comment.objects.current().filter(plan=plan, parent__author=member, is_answer=True)
    answers = said.filter(created_at__gt=seen_before).select_related("author__user", "record")[:MOST]
    return [_answer(plan, answer) for answer in answers]


def _answer(plan: Plan, answer: Comment) -> Task:
    answer.record.plan = plan
    words = _("Read the answer from %(name)s") % {"name": answer.author}
    return Task(words, answer.get_absolute_url(), answer.record.shown_code, answer.created_at)


def _changed(member: Membership, plan: Plan, seen_before: datetime | None) -> list[Task]:
    """What others changed, since the member was here, in the records that the member added.

    Whoever edits the plan reads of it in the news, as of every other change.
    """
    if seen_before is None or Permission.EDIT_PLAN in member.permissions:
        return []
    kinds = [kind.name for kind in KINDS if kind.is_contributed]
    changes = Event.objects.filter(at__gt=seen_before, kind__in=kinds, record__plan=plan, record__created_by=member)
    changes = changes.exclude(deed=Deed.ADDED).exclude(by=member).select_related("by__user", "record")
    newest: dict[int | None, Event] = {}
    for event in changes.order_by("-at", "-pk")[: MOST * 8]:
        newest.setdefault(event.record_id, event)
    return [_change(plan, event) for event in list(newest.values())[:MOST]]


def _change(plan: Plan, event: Event) -> Task:
    record, who = event.record, event.by.user.name if event.by else ""
    assert record is not None  # the events are those of records that the member added
    words = _("Read what %(name)s changed in “%(title)s”, which you added")
    words %= {"name": who or _("The portal"), "title": record.title}
    url = reverse("ulg:history", args=[plan.city.slug, record.kind, record.pk])
    return Task(words, url, record.code, event.at, record.title)


def unanswered(plan: Plan) -> list[Task]:
    """Comments without an answer, one line a record, the longest wait first."""
    waiting = Comment.objects.filter(plan=plan, record__removed_at=None).unanswered().order_by()
    grouped = waiting.values_list("record__kind", "record", "record__code", "record__title")
    found = grouped.annotate(count=Count("pk"), since=Min("created_at"), pick=Min("pk"))
    rows = found.order_by("since", "pick")[:MOST]
    return [_unanswered_on(Record.named(plan, *row[:4]), *row[4:]) for row in rows]


def _unanswered_on(record: Record, count: int, since: datetime, pick: int) -> Task:
    words = ngettext("Answer a comment on “%(title)s”", "Answer %(count)s comments on “%(title)s”", count)
    words %= {"count": count, "title": record.heading}
    url = f"{record.get_absolute_url()}?comment={pick}#comments"
    return Task(words, url, record.shown_code, since, record.title)


def _in_review(plan: Plan, sections: list[Section]) -> list[Task]:
    return [
        Task(
            _("Read “%(title)s”, which is in review") % {"title": section.heading},
            reverse("actionplan:section", args=[plan.city.slug, section.key]),
            section.shown_code,
            section.updated_at,
        )
        for section in sections
        if section.status == SectionStatus.REVIEW
    ][:MOST]


def _to_answer(plan: Plan) -> list[Task]:
    """The statements of the open assessment that nobody has answered, on one line."""
    missing = Answer.objects.missing().filter(plan=plan, assessment__closed_at=None)
    rows = missing.order_by().values("assessment__number", "assessment__title").annotate(count=Count("pk"))
    return [
        _assessment_to_answer(plan, *row)
        for row in rows.values_list("assessment__number", "assessment__title", "count")
    ]


def _assessment_to_answer(plan: Plan, number: int, title: str, count: int) -> Task:
    words = ngettext("Answer a statement of “%(title)s”", "Answer %(count)s statements of “%(title)s”", count)
    url = reverse("actionplan:assessment", args=[plan.city.slug, number])
    return Task(words % {"count": count, "title": title}, url, title=title)


def _without_lead(plan: Plan) -> list[Task]:
    actions = Action.objects.kept().filter(plan=plan).filter(lead="")[:MOST]
    return [
        Task(
            _("Enter who is responsible for “%(title)s”") % {"title": action.title},
            reverse("actionplan:action-edit", args=[plan.city.slug, action.pk]) + "#id_lead",
            action.code,
            title=action.title,
        )
        for action in actions
    ]
