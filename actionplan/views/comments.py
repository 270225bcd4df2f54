from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import retarget

from actionplan.forms.comments import CommentForm, ReplyForm
from actionplan.models import Action, Barrier, Comment, Section, Solution
from actionplan.services import comments
from actionplan.services.comments import Subject, Thread, Topic
from ulg.access import CityRequest, NotPermitted, requires
from ulg.forms.seen import SeenForm
from ulg.pieces import Name, draw, fill, mark, piece, pieces
from ulg.roles import Permission
from ulg.services import drafts, saving
from ulg.views import writing

KINDS: dict[str, type[Subject]] = {"barrier": Barrier, "solution": Solution, "action": Action, "section": Section}


def panel(request: CityRequest, topic: Topic, form: CommentForm | None = None) -> dict[str, Any]:
    """What `_comments.html` shows below a record: its threads, and the form for one more."""
    page = comments.page_of(topic, page=_number(request, "comments"), comment_id=_number(request, "comment"))
    return {"topic": topic, "threads": page, "said": _drawn(request, page), **_writing(request, topic, form)}


def _writing(request: CityRequest, topic: Topic, form: CommentForm | None) -> dict[str, Any]:
    """The form for a comment; until the reader has written in it, it looks the same for everybody."""
    add_url = reverse("actionplan:comment-add", args=[request.city.slug, topic.kind, topic.pk])
    draft = drafts.find(by=request.membership, action=add_url) if form is None else None
    context = {"topic": topic, "comment_add_url": add_url, "draft": draft}
    if form is not None or draft is not None:
        return {**context, "form": form or CommentForm(initial=drafts.initial(draft))}

    def make() -> SafeString:
        return draw(request, "actionplan/comments/_write.html", form=CommentForm(), opened_at=mark("now"), **context)

    empty = piece(request, "write", topic.kind, topic.pk, make=make)
    return {**context, "empty_form": fill(empty, now=timezone.now().isoformat(), token=get_token(request))}


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def add(request: CityRequest, kind: str, subject_id: int) -> HttpResponse:
    subject = _subject(request, kind, subject_id)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            comment = comments.add(subject, text=form.cleaned_data["text"], by=request.membership)
            drafts.discard(by=request.membership, action=request.path)
        return _after(request, comment, _("Your comment is posted."))
    return _answer_form(request, subject, form, template="actionplan/comments/write.html")


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def reply(request: CityRequest, comment_id: int) -> HttpResponse:
    comment = _comment(request, comment_id)
    draft = drafts.find(by=request.membership, action=request.path)
    form = ReplyForm(request.POST or None, initial=drafts.initial(draft), auto_id=f"reply-{comment.pk}-%s")
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = comments.reply(comment, text=form.cleaned_data["text"], by=request.membership)
            drafts.discard(by=request.membership, action=request.path)
        return _after(request, made, _("Your reply is posted."))
    status = 422 if request.method == "POST" else 200
    template = "actionplan/comments/_reply_form.html" if request.htmx else "actionplan/comments/reply.html"
    context = {"comment": comment, "form": form, "draft": draft, "subject": comment.subject}
    response = render(request, template, context, status=status)
    return retarget(response, f"#reply-to-{comment.pk}") if status == 422 else response


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def edit(request: CityRequest, comment_id: int) -> HttpResponse:
    comment = _comment(request, comment_id)
    if comment.author != request.membership or comment.withdrawn_at:
        raise NotPermitted(Permission.MANAGE_GROUP)
    return writing.edit(
        request, comment, CommentForm, template="actionplan/comments/edit.html", context={"subject": comment.subject}
    )


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def withdraw(request: CityRequest, comment_id: int) -> HttpResponse:
    """Its author withdraws a comment, or the coordinator does; asked first, and the words stay in the history."""
    comment = _comment(request, comment_id)
    if comment.author != request.membership and Permission.MANAGE_GROUP not in request.membership.permissions:
        raise NotPermitted(Permission.MANAGE_GROUP)
    if request.method == "POST" and not comment.withdrawn_at:
        outcome = comments.withdraw(comment, seen=SeenForm(request.POST).seen, by=request.membership)
        if isinstance(outcome, saving.Conflict):
            messages.warning(request, _("The comment was changed meanwhile. Read it again before you withdraw it."))
            return redirect(request.path)
        return _after(request, comment, _("The comment is withdrawn."))
    return render(request, "actionplan/comments/withdraw.html", {"comment": comment, "subject": comment.subject})


def _drawn(request: CityRequest, threads: Iterable[Thread]) -> list[SafeString]:
    """The threads as they stand; each anew for whoever has spoken in it, who may change her words."""
    names = {
        ("thread", hash(thread.said), hash(mine)): (thread.pk, mine)
        for thread in threads
        for mine in [thread.by(request.membership)]
    }

    def make(missing: list[Name]) -> Iterator[SafeString]:
        found = comments.read(names[name][0] for name in missing)
        for name in missing:
            pk, mine = names[name]
            yield draw(request, "actionplan/comments/_comment.html", comment=found[pk], mine=mine)

    return pieces(request, list(names), make)


def _answer_form(request: CityRequest, subject: Subject, form: CommentForm, *, template: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    if request.htmx:
        template = "actionplan/comments/_comments.html"
    context = {"subject": subject, **panel(request, Topic.of(subject), form)}
    return render(request, template, context, status=status)


def _after(request: CityRequest, comment: Comment, words: str) -> HttpResponse:
    """The panel with the new words in it, or the record's page."""
    if request.htmx:
        context = {**panel(request, Topic.of(comment.subject)), "done": words}
        return render(request, "actionplan/comments/_comments.html", context)
    messages.success(request, words)
    return redirect(comment)


def _subject(request: CityRequest, kind: str, subject_id: int) -> Subject:
    if kind not in KINDS:
        raise Http404("No such kind of record.")
    found = get_object_or_404(KINDS[kind].objects.in_city(request.city).select_related("plan"), pk=subject_id)
    found.plan.city = request.city
    return found


def _comment(request: CityRequest, comment_id: int) -> Comment:
    nearby = ("author__user", "author__organisation", "parent", "plan", *KINDS)
    comment = get_object_or_404(Comment.objects.in_city(request.city).select_related(*nearby), pk=comment_id)
    comment.plan.city = request.city
    comment.subject.plan = comment.plan
    return comment


def _number(request: CityRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 12 else None
