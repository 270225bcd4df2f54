"""What waits for one member: her unsent text, answers she got, and for staff what needs a hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actionplan.models import Action, Comment, Plan, Section
from actionplan.models.comment import SUBJECTS
from actionplan.reference.outline import NUMBERS, PARTS
from ulg.models import Draft, Membership
from ulg.roles import Permission

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
    """What was written to her or by her, and for staff what was said and waits for an answer."""
    tasks = _unsent(member) + _answers(member, plan, seen_before)
    return tasks + _unanswered(plan) if Permission.ANSWER in member.permissions else tasks


def in_plan(plan: Plan, sections: list[Section]) -> list[Task]:
    """What the records themselves ask of whoever edits them."""
    return _in_review(plan, sections) + _without_lead(plan)


def _unsent(member: Membership) -> list[Task]:
    drafts = Draft.objects.of(member)[:MOST]
    return [
        Task(_("Send or discard your text: %(title)s") % {"title": draft.title}, draft.page, since=draft.saved_at)
        for draft in drafts
    ]


def _answers(member: Membership, plan: Plan, seen_before: datetime | None) -> list[Task]:
    """Answers that the member has got since she was here."""
    if seen_before is None:
        return []
    said = Comment.objects.filter(plan=plan, parent__author=member, is_answer=True, withdrawn_at=None)
    said = said.filter(created_at__gt=seen_before).select_related("author__user", *SUBJECTS)[:MOST]
    return [_answer(plan, answer) for answer in said]


def _answer(plan: Plan, answer: Comment) -> Task:
    subject = answer.subject
    subject.plan = plan
    code = subject.number if isinstance(subject, Section) else subject.code
    words = _("Read the answer of %(name)s") % {"name": answer.author}
    return Task(words, answer.get_absolute_url(), code, answer.created_at)


def _unanswered(plan: Plan) -> list[Task]:
    """Comments without an answer, one line a record, the longest wait first."""
    waiting = Comment.objects.filter(plan=plan).waiting().order_by()
    columns = [f"{kind}_id" for kind in SUBJECTS]
    shown = [
        "barrier__code",
        "solution__code",
        "action__code",
        "section__key",
        "barrier__title",
        "solution__title",
        "action__title",
    ]
    rows = waiting.values(*columns, *shown).annotate(count=Count("pk"), first=Min("created_at"), pick=Min("pk"))
    return [_unanswered_on(plan, row) for row in rows.order_by("first")[:MOST]]


def _unanswered_on(plan: Plan, row: dict) -> Task:
    kind = next(kind for kind in SUBJECTS if row[f"{kind}_id"])
    if kind == "section":
        code, title = NUMBERS[row["section__key"]], str(PARTS[row["section__key"]].title)
        url = reverse("actionplan:section", args=[plan.city.slug, row["section__key"]])
    else:
        code, title = row[f"{kind}__code"], row[f"{kind}__title"]
        url = reverse(f"actionplan:{kind}", args=[plan.city.slug, row[f"{kind}_id"]])
    words = ngettext("Answer a comment on “%(title)s”", "Answer %(count)s comments on “%(title)s”", row["count"])
    words %= {"count": row["count"], "title": title}
    quoted = "" if kind == "section" else title
    return Task(words, f"{url}?comment={row['pick']}#comments", code, row["first"], quoted)


def _in_review(plan: Plan, sections: list[Section]) -> list[Task]:
    return [
        Task(
            _("Read “%(title)s”, which is in review") % {"title": section.title},
            reverse("actionplan:section", args=[plan.city.slug, section.key]),
            section.number,
            section.updated_at,
        )
        for section in sections
        if section.status == "review"
    ][:MOST]


def _without_lead(plan: Plan) -> list[Task]:
    actions = Action.objects.filter(plan=plan).kept().filter(lead="")[:MOST]
    return [
        Task(
            _("Say who is responsible for “%(title)s”") % {"title": action.title},
            reverse("actionplan:action-edit", args=[plan.city.slug, action.pk]) + "#id_lead",
            action.code,
            title=action.title,
        )
        for action in actions
    ]
