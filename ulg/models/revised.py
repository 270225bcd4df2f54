from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.encoding import force_str
from simple_history.models import HistoricalRecords

from ulg.roles import Permission

HISTORY = HistoricalRecords(inherit=True)


class Revised(models.Model):
    """A record that several people may write in: each save is a revision, none is lost.

    Rows are written by `ulg.services.saving` only, which guards the revision that the writer saw.
    """

    # Who may restore an earlier revision (None: nobody, the words are their author's) and who may read the history
    edit_permission: ClassVar[Permission | None] = Permission.EDIT_PLAN
    history_permission: ClassVar[Permission] = Permission.VIEW_PLAN

    revision = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        "ulg.Membership", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    history = HISTORY

    class Meta:
        abstract = True

    @property
    def shown_in(self) -> dict[str, Any]:
        """How to find the city whose pages show this record; empty if they ask for it each time, as for comments."""
        return {"pk": self.city_id}

    @classmethod
    def kinds(cls) -> dict[str, type[Revised]]:
        """Every kind of revised record by its name in addresses, such as `barrier`."""
        return {model._meta.model_name: model for model in apps.get_models() if issubclass(model, Revised)}

    def _get_FIELD_display(self, field: models.Field) -> str:
        """The word of a choice: looked up, where Django would translate every word of the list to find one."""
        value = getattr(self, field.attname)
        return force_str(_words_of(field).get(value, value), strings_only=True)

    def note_first_revision(self) -> None:
        """The first row of its history, once its links are in place."""
        HISTORY.create_historical_record(self, "+")


@cache
def _words_of(field: models.Field) -> dict[Any, Any]:
    return dict(field.flatchoices)
