from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import retarget

from actionplan.forms.comments import CommentForm, ReplyForm
from actionplan.models import Comment, Record
from actionplan.queries.comments import Thread, Topic, page_of, read
from actionplan.services import comments
from ulg import confirmation
from ulg.access import CityRequest, Refused, Way, requires
from ulg.caching import fragments
from ulg.caching.fragments import PEOPLE, Name
from ulg.forms.seen import SeenForm
from ulg.roles import Permission
from ulg.views import sending, unsent, writing
from ulg.writing import form_owner, saving, submissions, unsent_texts


def panel(
    request: CityRequest, topic: Topic, form: CommentForm | None = None, made: Comment | None = None
) -> dict[str, Any]:
    """What `_comments.html` shows below a record: its threads, and the form for one more."""
    comment_id = made.pk if made else _number(request, "comment")
    page = page_of(topic, page=_number(request, "comments"), comment_id=comment_id)
    return {"topic": topic, "threads": page, "said": _drawn(request, page), **_writing(request, topic, form)}


def _writing(request: CityRequest, topic: Topic, form: CommentForm | None) -> dict[str, Any]:
    """The form for a comment; until the reader has written in it, it looks the same for everybody."""
    add_url = reverse("actionplan:comment-add", args=[request.city.slug, topic.kind, topic.pk])
    found = unsent.of_form(request, add_url)
    language = request.city.language
    context = {"topic": topic, "comment_add_url": add_url, "unsent": found}
    if form is not None or found:
        return {**context, "form": form or CommentForm(initial=unsent_texts.initial(found.chosen), language=language)}

    values = {
        "opened_at": fragments.placeholder("now"),
        "owner": fragments.placeholder("owner"),
        "owner_token": fragments.placeholder("owner token"),
    }
    values |= {submissions.KEY: fragments.placeholder("key")}

    def make() -> SafeString:
        return fragments.render(
            request, "actionplan/comments/_write.html", form=CommentForm(language=language), **values, **context
        )

    empty = fragments.cached(request, "write", topic.kind, topic.pk, make=make, until=(PEOPLE,))
    own = {"owner": request.user.pk, "owner token": form_owner.sign(request.user), "token": get_token(request)}
    return {**context, "empty_form": fragments.fill(empty, now=timezone.now().isoformat(), key=uuid4(), **own)}


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def add(request: CityRequest, kind: str, record_id: int) -> HttpResponse:
    record = _record(request, kind, record_id)
    form = CommentForm(request.POST or None, language=request.city.language)
    if request.method == "POST" and form.is_valid():
        made = _posted(request, comments.add, record, form)
        if made:
            return _after(request, made, _("Your comment is posted."))
    return _answer_form(request, record, form, template="actionplan/comments/write.html")


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def reply(request: CityRequest, comment_id: int) -> HttpResponse:
    comment = _comment(request, comment_id)
    found = unsent.of_form(request)
    options = {"language": request.city.language, "auto_id": f"reply-{comment.pk}-%s"}
    form = ReplyForm(request.POST or None, initial=unsent_texts.initial(found.chosen), **options)
    if request.method == "POST" and form.is_valid():
        made = _posted(request, comments.reply, comment, form)
        if made:
            return _after(request, made, _("Your reply is posted."))
    status = 422 if request.method == "POST" else 200
    template = "actionplan/comments/_reply_form.html" if request.htmx else "actionplan/comments/reply.html"
    context = {"comment": comment, "form": form, "unsent": found, "record": comment.record}
    response = render(request, template, context, status=status)
    return retarget(response, f"#reply-to-{comment.pk}") if status == 422 else response


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def edit(request: CityRequest, comment_id: int) -> HttpResponse:
    comment = _comment(request, comment_id)
    _refuse_to_edit(request, comment)
    return writing.edit(
        request, comment, CommentForm, template="actionplan/comments/edit.html", context={"record": comment.record}
    )


@requires(Permission.COMMENT)
@require_http_methods(["GET", "POST"])
def withdraw(request: CityRequest, comment_id: int) -> HttpResponse:
    """Its author withdraws a comment, or the coordinator does; asked first, and the words stay in the history."""
    comment = _comment(request, comment_id)
    if comment.author != request.membership and Permission.MANAGE_GROUP not in request.membership.permissions:
        words = _("Only %(name)s, who wrote the comment, or a coordinator may withdraw it.")
        raise Refused(words % {"name": comment.author}, *_ways_from(request, comment))
    seen = SeenForm(request.POST).seen
    if not comment.withdrawn_at and confirmation.is_confirmed(request, seen):
        outcome = comments.withdraw(comment, seen=seen, by=request.membership)
        if isinstance(outcome, saving.Conflict):
            messages.warning(
                request, _("The comment has been changed in the meantime. Read it again before you withdraw it.")
            )
            return redirect(request.path)
        return _after(request, comment, _("The comment has been withdrawn."))
    context = {"comment": comment, "record": comment.record}
    return render(request, "actionplan/comments/withdraw.html", context, status=confirmation.asking_status(request))


def _posted(
    request: CityRequest, say: Callable[..., Comment], about: Record | Comment, form: CommentForm
) -> Comment | None:
    """The new comment, or the one that this form made before; None if it says something else now."""
    try:
        return submissions.once(sending.sent(request), _post, request, say, about, form)
    except submissions.AlreadySent as earlier:
        made = _comment(request, earlier.made)
        if earlier.is_same:
            unsent.was_sent(request)
            return made
        sending.hand_back(form, made, made.get_absolute_url())
        return None


def _post(request: CityRequest, say: Callable[..., Comment], about: Record | Comment, form: CommentForm) -> Comment:
    """What was written is said, and no unsent text any more: both or neither."""
    made = say(about, text=form.cleaned_data["text"], by=request.membership)
    unsent.was_sent(request)
    return made


def _refuse_to_edit(request: CityRequest, comment: Comment) -> None:
    unsent = [text for text in [request.POST.get("text", "")] if text]
    if comment.author != request.membership:
        words = _("Only %(name)s, who wrote the comment, may change it. You can reply to it.")
        raise Refused(words % {"name": comment.author}, *_ways_from(request, comment), unsent=unsent)
    if comment.withdrawn_at:
        words = _("You have withdrawn this comment, so it can no longer be changed. You can write a new one.")
        raise Refused(words, *_ways_from(request, comment), unsent=unsent)


def _ways_from(request: CityRequest, comment: Comment) -> Iterator[Way]:
    yield Way(_("To the comment"), comment.get_absolute_url())
    if comment.author != request.membership and not comment.withdrawn_at:
        yield Way(_("Reply to it"), reverse("actionplan:comment-reply", args=[request.city.slug, comment.pk]))


def _drawn(request: CityRequest, threads: Iterable[Thread]) -> list[SafeString]:
    """The threads as they stand; each anew for whoever has spoken in it, who may change her words."""
    names: dict[Name, tuple[Thread, frozenset[int]]] = {
        ("thread", thread.said, tuple(sorted(mine))): (thread, mine)
        for thread in threads
        for mine in [thread.by(request.membership)]
    }

    def make(missing: list[Name]) -> Iterator[SafeString]:
        found = read(names[name][0] for name in missing)
        for name in missing:
            thread, mine = names[name]
            comment, *replies = (found[pk] for pk, _revision, _author in thread.said)
            is_answered = any(reply.is_standing_answer for reply in replies)
            said = {"comment": comment, "replies": replies, "is_answered": is_answered}
            yield fragments.render(request, "actionplan/comments/_comment.html", mine=mine, **said)

    return fragments.cached_many(request, list(names), make, until=(PEOPLE,))


def _answer_form(request: CityRequest, record: Record, form: CommentForm, *, template: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    if request.htmx:
        template = "actionplan/comments/_comments.html"
    context = {"record": record, **panel(request, Topic.of(record), form)}
    return render(request, template, context, status=status)


def _after(request: CityRequest, comment: Comment, words: str) -> HttpResponse:
    """The panel with the new words in it, or the record's page."""
    if request.htmx:
        context = {**panel(request, Topic.of(comment.record), made=comment), "done": words, "made": comment}
        return render(request, "actionplan/comments/_comments.html", context)
    messages.success(request, words)
    return redirect(comment)


def _record(request: CityRequest, kind: str, record_id: int) -> Record:
    rows = Record.objects.in_city(request.city).filter(kind=kind).without_texts().select_related("plan")
    found = get_object_or_404(rows, pk=record_id)
    found.plan.city = request.city
    return found


def _comment(request: CityRequest, comment_id: int) -> Comment:
    nearby = ("author__user", "author__organisation", "parent", "plan", "record")
    comment = get_object_or_404(Comment.objects.in_city(request.city).select_related(*nearby), pk=comment_id)
    comment.plan.city = request.city
    comment.record.plan = comment.plan
    return comment


def _number(request: CityRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 12 else None
