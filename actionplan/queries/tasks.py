"""What waits for one member: unsent text, answers they got, and for staff what needs a hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actionplan.models import Action, Comment, Plan, Record, Section
from actionplan.models.comment import SUBJECTS
from actionplan.queries import record_names
from actionplan.queries.record_names import Names, RecordName, subject_of
from actionplan.reference.sections import SectionStatus
from actionplan.services.corrections import CONTRIBUTED
from ulg.models import Membership, UnsentText
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


def for_member(
    member: Membership, plan: Plan, seen_before: datetime | None, names: Names = record_names.names
) -> list[Task]:
    """What the member has written and not sent, and what they have not read: answers, and what others changed."""
    return _unsent(member) + _answers(member, plan, seen_before, names) + _changed(member, plan, seen_before)


def in_plan(plan: Plan, sections: list[Section]) -> list[Task]:
    """What the records themselves ask of whoever edits them."""
    return _in_review(plan, sections) + _without_lead(plan)


def _unsent(member: Membership) -> list[Task]:
    drafts = unsent_words.without_held(UnsentText.objects.of(member)[:MOST]) if member.has_unsent else []
    return [
        Task(
            _("Send or delete your unsent text: %(title)s") % {"title": draft.title},
            draft.get_absolute_url(),
            since=draft.saved_at,
        )
        for draft in drafts
    ]


def _answers(member: Membership, plan: Plan, seen_before: datetime | None, names: Names) -> list[Task]:
    """Answers that the member has got since they were here."""
    if seen_before is None:
        return []
    said = Comment.objects.filter(plan=plan, parent__author=member, is_answer=True, withdrawn_at=None)
    answers = list(said.filter(created_at__gt=seen_before).select_related("author__user")[:MOST])
    called = names({subject_of(answer) for answer in answers})
    return [_answer(plan, answer, called[subject_of(answer)]) for answer in answers]


def _answer(plan: Plan, answer: Comment, record: RecordName) -> Task:
    words = _("Read the answer from %(name)s") % {"name": answer.author}
    return Task(words, f"{record.url(plan)}?comment={answer.pk}#comment-{answer.pk}", record.code, answer.created_at)


def _changed(member: Membership, plan: Plan, seen_before: datetime | None) -> list[Task]:
    """What others changed, since the member was here, in the barriers and solutions that the member added.

    Whoever edits the plan reads of it in the news, as of every other change.
    """
    if seen_before is None or Permission.EDIT_PLAN in member.permissions:
        return []
    first, *others = [_changes_in(model, member, plan, seen_before) for model in CONTRIBUTED]
    newest: dict[tuple[str, int], dict] = {}
    for row in first.union(*others, all=True).order_by("-n_at")[: MOST * 8]:
        newest.setdefault((row["n_kind"], row["n_of"]), row)
    return [_change(plan, row) for row in list(newest.values())[:MOST]]


def _changes_in(model: type[Record], member: Membership, plan: Plan, seen_before: datetime) -> QuerySet:
    past = model.history.filter(plan=plan, created_by=member, history_type="~", history_date__gt=seen_before)
    return (
        past.exclude(updated_by=member)
        .order_by()
        .values(
            n_kind=Value(model._meta.model_name),
            n_of=F("id"),
            n_at=F("history_date"),
            n_code=F("code"),
            n_title=F("title"),
            n_who=F("updated_by__user__name"),
        )
    )


def _change(plan: Plan, row: dict) -> Task:
    words = _("Read what %(name)s changed in “%(title)s”, which you added")
    words %= {"name": row["n_who"] or _("The portal"), "title": row["n_title"]}
    url = reverse("ulg:history", args=[plan.city.slug, row["n_kind"], row["n_of"]])
    return Task(words, url, row["n_code"], row["n_at"], row["n_title"])


def unanswered(plan: Plan, names: Names = record_names.names) -> list[Task]:
    """Comments without an answer, one line a record, the longest wait first."""
    keys = [f"{kind}_id" for kind in SUBJECTS]
    waiting = Comment.objects.filter(plan=plan).unanswered().order_by().values(*keys)
    grouped = waiting.annotate(count=Count("pk"), since=Min("created_at"), pick=Min("pk")).order_by("since")
    most = MOST * 2
    while True:
        rows = list(grouped[:most])
        called = names({subject_of(row) for row in rows})
        tasks = [
            _unanswered_on(plan, called[subject_of(row)], row)
            for row in rows
            if not called[subject_of(row)].is_taken_out
        ]
        if len(tasks) >= MOST or len(rows) < most:
            return tasks[:MOST]
        most *= 10  # most of those that wait longest are on records that were taken out of the plan


def _unanswered_on(plan: Plan, record: RecordName, row: dict[str, Any]) -> Task:
    words = ngettext("Answer a comment on “%(title)s”", "Answer %(count)s comments on “%(title)s”", row["count"])
    words %= {"count": row["count"], "title": record.title}
    quoted = "" if record.is_section else record.title
    return Task(words, f"{record.url(plan)}?comment={row['pick']}#comments", record.code, row["since"], quoted)


def _in_review(plan: Plan, sections: list[Section]) -> list[Task]:
    return [
        Task(
            _("Read “%(title)s”, which is in review") % {"title": section.title},
            reverse("actionplan:section", args=[plan.city.slug, section.key]),
            section.number,
            section.updated_at,
        )
        for section in sections
        if section.status == SectionStatus.REVIEW
    ][:MOST]


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
