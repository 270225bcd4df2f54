from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actionplan.models import Record
from ulg.forms.revised import TOO_LONG, RevisedForm

LONGEST_TEXT = 10_000
CHOOSE = ("", pgettext_lazy("choice in a form", "Choose"))
NOT_STATED = ("", pgettext_lazy("choice in a form", "Not stated yet"))


class RecordForm(RevisedForm):
    """A form of a record: its texts have an end, and what it links to stands in its own plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self._linkable(name, field.queryset)
                field.label_from_instance = _with_code
            elif isinstance(field, forms.TypedChoiceField):
                first = CHOOSE if field.required else NOT_STATED
                field.choices = [first, *(each for each in field.choices if each[0])]
            elif isinstance(field.widget, forms.Textarea) and getattr(field, "max_length", None) is None:
                field.validators = [*field.validators, MaxLengthValidator(LONGEST_TEXT, TOO_LONG)]

    @property
    def links(self) -> dict[str, QuerySet]:
        """What a new record is linked to."""
        many = {each.name for each in self.instance._meta.many_to_many}
        return {name: value for name, value in self.cleaned_data.items() if name in many}

    def _linkable(self, name: str, rows: QuerySet) -> QuerySet:
        """The plan's current records, and what the record is linked to already even if it has been taken out."""
        mine = rows.filter(plan_id=self.instance.plan_id)
        if not self.instance.pk:
            return mine.filter(removed_at=None)
        target = self.instance._meta.get_field(name)
        here = {f"{target.related_query_name()}": self.instance.pk}
        linked = rows.model.objects.filter(**here).order_by().values("pk")
        return mine.filter(Q(removed_at=None) | Q(pk__in=linked))


def _with_code(record: Record | Model) -> str:
    if record.removed_at:
        return _("%(record)s (taken out of the plan)") % {"record": record}
    return str(record)
