from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actionplan.models.action import Action
from actionplan.models.barrier import Barrier
from actionplan.models.plan import Plan
from actionplan.models.section import Section
from actionplan.models.solution import Solution
from ulg.models import City, Membership, Revised
from ulg.roles import Permission

SUBJECTS = ("barrier", "solution", "action", "section")


def exactly_one(names: tuple[str, ...]) -> Q:
    """True for rows in which one of these keys is set and the others are not."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class CommentQuerySet(models.QuerySet["Comment"]):
    def in_city(self, city: City) -> CommentQuerySet:
        return self.filter(plan__city=city)

    def threads(self) -> CommentQuerySet:
        """The comments themselves, without what was said in reply."""
        return self.filter(parent=None)

    def waiting(self) -> CommentQuerySet:
        """Comments that nobody of the city has answered."""
        answers = self.model.objects.filter(parent=models.OuterRef("pk"), is_answer=True, withdrawn_at=None)
        return self.threads().filter(withdrawn_at=None).filter(~models.Exists(answers))


class Comment(Revised):
    """What somebody says about a barrier, solution, action or section; a reply stands below its comment."""

    edit_permission = None
    history_permission = Permission.ANSWER

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    barrier = models.ForeignKey(Barrier, on_delete=models.CASCADE, null=True, blank=True, related_name="comments")
    solution = models.ForeignKey(Solution, on_delete=models.CASCADE, null=True, blank=True, related_name="comments")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, null=True, blank=True, related_name="comments")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, null=True, blank=True, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField(_("comment"), max_length=10_000)
    is_answer = models.BooleanField(_("is the city's answer"), default=False)
    created_at = models.DateTimeField(_("written"), db_index=True)
    edited_at = models.DateTimeField(_("edited"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one(SUBJECTS), name="comment_on_exactly_one_record"),
            models.CheckConstraint(condition=Q(is_answer=False) | Q(parent__isnull=False), name="answer_is_a_reply"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def shown_in(self) -> dict[str, Any]:
        return {}

    @property
    def subject(self) -> Barrier | Solution | Action | Section:
        return self.barrier or self.solution or self.action or self.section

    @property
    def answers(self) -> list[Comment]:
        """What the city answered, among the replies at hand."""
        return [reply for reply in self.replies.all() if reply.is_answer and not reply.withdrawn_at]

    def get_absolute_url(self) -> str:
        return f"{self.subject.get_absolute_url()}?comment={self.pk}#comment-{self.pk}"
