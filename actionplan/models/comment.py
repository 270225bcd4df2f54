from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actionplan import kinds
from actionplan.models.plan import Plan
from actionplan.models.record import Record
from ulg.models import City, Membership, Searched, SearchedQuerySet
from ulg.models.texts import TextField
from ulg.roles import Permission


class CommentQuerySet(SearchedQuerySet["Comment"]):
    def in_city(self, city: City) -> CommentQuerySet:
        return self.filter(plan__city=city)

    def current(self) -> CommentQuerySet:
        """Without what has been withdrawn."""
        return self.filter(withdrawn_at=None)

    def in_plan(self) -> CommentQuerySet:
        """Without what was said about records that have been taken out of the plan, or are not printed in it."""
        return self.filter(record__removed_at=None, record__kind__in=[kind.name for kind in kinds.printed()])

    def threads(self) -> CommentQuerySet:
        """The comments themselves, without what was said in reply."""
        return self.filter(parent=None)

    def unanswered(self) -> CommentQuerySet:
        """Comments that nobody of the city has answered."""
        answers = self.model.objects.filter(parent=models.OuterRef("pk"), is_answer=True, withdrawn_at=None)
        return self.current().threads().filter(~models.Exists(answers))

    def waiting(self) -> CommentQuerySet:
        """Comments of the plan that nobody of the city has answered."""
        return self.unanswered().in_plan()


class Comment(Searched):
    """What somebody says about a record or section of the plan; a reply stands below its comment."""

    edit_permission = None
    history_permission = Permission.ANSWER
    renews = ("comments",)
    is_named_in_plan_language = True

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="comments")
    text = TextField(_("comment"), max_length=10_000)
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
            models.CheckConstraint(condition=Q(is_answer=False) | Q(parent__isnull=False), name="answer_is_a_reply"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.plan.city_id,)

    @property
    def about_record_id(self) -> int:
        return self.record_id

    @property
    def short_name(self) -> str:
        return gettext("Comment on %(record)s") % {"record": self.record.short_name}

    @property
    def written_in(self) -> str:
        return self.plan.written_in if self.plan_id else ""

    @property
    def is_standing_answer(self) -> bool:
        """Whether it stands as the city's answer."""
        return self.is_answer and not self.withdrawn_at

    def get_absolute_url(self) -> str:
        return f"{self.record.get_absolute_url()}?comment={self.pk}#comment-{self.pk}"
