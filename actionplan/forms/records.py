from __future__ import annotations

from functools import partial
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Case, Q, QuerySet, When
from django.utils import translation
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from actionplan.forms.fields import RecordSelect
from actionplan.models import Record
from ulg import languages
from ulg.forms.fields import choices_of, field_of
from ulg.forms.revised import TOO_LONG, RevisedForm
from ulg.reference.words import Words

LONGEST_TEXT = 10_000
CHOOSE = ("", pgettext_lazy("choice in a form", "Choose"))
NOT_STATED = ("", pgettext_lazy("choice in a form", "Not stated yet"))


class RecordForm(RevisedForm):
    """A form of a record: its texts have an end, and what it links to stands in its own plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                self._offer_records(name, field)
            elif isinstance(field, forms.TypedChoiceField):
                first = CHOOSE if field.required else NOT_STATED
                field.choices = [first, *(each for each in choices_of(field) if each[0])]
            elif isinstance(field.widget, forms.Textarea) and getattr(field, "max_length", None) is None:
                field.validators = [*field.validators, MaxLengthValidator(LONGEST_TEXT, TOO_LONG)]
        if "status" in self.fields and self.instance.counts_as:
            self._offer_what_holds(field_of(self, "status", forms.TypedChoiceField))

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.layout = Layout(*(self.placed(name) for name in self.fields))
        return helper

    @property
    def links(self) -> dict[str, QuerySet]:
        """What a new record is linked to."""
        many = {each.name for each in self.instance._meta.many_to_many}
        return {name: value for name, value in self.cleaned_data.items() if name in many}

    @property
    def revision_seen(self) -> list[str]:
        """The hidden field of the revision, first in a layout of an existing record."""
        return ["revision"] if "revision" in self.fields else []

    def placed(self, name: str) -> Div | str:
        """A field in the form's layout; a group of choices gets the id that links to the field ask for."""
        is_group = isinstance(self.fields[name].widget, forms.CheckboxSelectMultiple)
        return Div(name, css_id=f"id_{name}", css_class="choices") if is_group else name

    def group(self, title: Words, *names: str) -> Fieldset:
        """Fields that answer one question: side by side on a desk, under one legend."""
        return Fieldset(title, *(self.placed(name) for name in names), css_class="group")

    def _offer_records(self, name: str, field: forms.ModelChoiceField) -> None:
        """What the record may be linked to, each with its code."""
        if isinstance(field.widget, forms.Select) and not field.widget.allow_multiple_selected:
            field.widget = RecordSelect(self.language, field.widget.attrs)
        assert field.queryset is not None  # it is made from the model's field
        rows = self._linkable(name, field.queryset)
        field.queryset = _chosen_first(rows, self.get_initial_for_field(field, name))
        field.label_from_instance = partial(self._with_code, field)  # type: ignore[method-assign]  # no subclass

    def _offer_what_holds(self, status: forms.TypedChoiceField) -> None:
        """That an action carries it out is offered while one does; where it is stored, with what it counts as."""
        if self.instance.pk and self.instance.is_carried_out:
            return
        choices = dict(choices_of(status))
        for claim, counted in self.instance.counts_as.items():
            words = gettext("%(status)s – there is no action now, so it counts as “%(counted)s”")
            if self.instance.status == claim:
                choices[claim] = words % {"status": choices[claim], "counted": choices[counted]}
            else:
                del choices[claim]
        status.choices = list(choices.items())
        status.error_messages["invalid_choice"] = _("There is no action now that does this. Choose another status.")

    def _with_code(self, field: forms.Field, record: Record) -> str:
        """In the plan's language as a whole: a choice has room for one."""
        with translation.override(self.language):
            words = str(record)
            if record.removed_at:
                words = gettext("%(record)s (removed from the plan)") % {"record": record}
        return words if isinstance(field.widget, RecordSelect) else languages.marked(words, self.language)

    def _linkable(self, name: str, rows: QuerySet) -> QuerySet:
        """The plan's current records, and what the record is linked to already even if it has been taken out."""
        mine = rows.filter(plan_id=self.instance.plan_id)
        if not self.instance.pk:
            return mine.filter(removed_at=None)
        target = self.instance._meta.get_field(name)
        here = {f"{target.related_query_name()}": self.instance.pk}
        linked = rows.model.objects.filter(**here).order_by().values("pk")
        return mine.filter(Q(removed_at=None) | Q(pk__in=linked))


def _chosen_first(rows: QuerySet, chosen: Any) -> QuerySet:
    """In a long list of boxes nobody should have to look for those that are ticked."""
    if not isinstance(chosen, list | tuple | set | frozenset):
        return rows
    keys = [str(getattr(each, "pk", each)) for each in chosen]
    is_other = Case(When(pk__in=[key for key in keys if key.isdecimal()], then=0), default=1)
    return rows.order_by(is_other, "number")
