from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from actionplan.models import Comment
from ulg.forms.revised import RevisedForm


class CommentForm(RevisedForm):
    class Meta:
        model = Comment
        fields = ["text"]
        labels = {"text": _("Your comment")}
        help_texts = {"text": _("Everyone in the local group sees it. Write nothing about ongoing procurements.")}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        error_messages = {"text": {"required": _("Write the comment before you send it.")}}

    @property
    def is_untouched(self) -> bool:
        """Then it looks the same for everybody: nothing is sent, nothing was kept, and it is the page's only one."""
        return not (self.is_bound or self.initial or self.instance.pk) and self.auto_id == "id_%s"


class ReplyForm(CommentForm):
    class Meta(CommentForm.Meta):
        labels = {"text": _("Your reply")}
        error_messages = {"text": {"required": _("Write the reply before you send it.")}}
