from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.encoding import force_str
from simple_history.models import HistoricalRecords

from ulg.models.meta import name_of
from ulg.models.search_text import SearchTextField
from ulg.roles import Permission

if TYPE_CHECKING:
    from ulg.models.city import City
    from ulg.models.event import Deed
    from ulg.reference.words import Words


class History(HistoricalRecords):
    """What people wrote, revision by revision; what is made from it to be searched is no part of that.

    A table that several models extend has no history of its own: each of them keeps the whole row.
    """

    def finalize(self, sender: type[models.Model], **kwargs: Any) -> None:
        if "is_extended" not in vars(sender):
            super().finalize(sender, **kwargs)

    def fields_included(self, model: type[models.Model]) -> list[models.Field]:
        return [field for field in super().fields_included(model) if not isinstance(field, SearchTextField)]


HISTORY = History(inherit=True)


class Revised(models.Model):
    """A record that several people may write in: each save is a revision, none is lost.

    Rows are written by `ulg.writing.saving` only, which guards the revision that the writer saw.
    """

    # Who may restore an earlier revision (None: nobody, only its owner changes it) and who may read the history
    edit_permission: ClassVar[Permission | None] = Permission.EDIT_PLAN
    history_permission: ClassVar[Permission] = Permission.VIEW_PLAN
    # The parts of the city whose revision (`CityRevision`) a change of it renews
    renews: ClassVar[tuple[str, ...]] = ("plan",)
    # Whether its name is words of the city's, and neither ours nor the name of a person or an organisation
    is_named_in_plan_language: ClassVar[bool] = False
    # In which words the history of the record that it belongs to tells what is done to it; none: that does not tell it
    told_with_record: ClassVar[Mapping[Deed, Words]] = {}
    # Only the table that several models extend says so: it stands for none of them by itself
    is_extended: ClassVar[bool]

    # Each kind has its own, which knows `in_city`, and most have a city and a page
    objects: Any
    city: models.ForeignKey[Any, City]
    city_id: int
    get_absolute_url: Callable[[], str]
    # What simple_history adds to each, and reads of a record when it stores a revision
    save_without_historical_record: Callable[[], None]
    skip_history_when_saving: bool
    _history_date: datetime

    revision = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        "ulg.Membership", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    history = HISTORY

    class Meta:
        abstract = True

    @property
    def affects_cities(self) -> tuple[int, ...]:
        """The keys of the cities whose pages show this record."""
        return (self.city_id,)

    @property
    def about_record_id(self) -> int | None:
        """The key of the record of the plan that it is or belongs to, if it does."""
        return None

    @property
    def short_name(self) -> str:
        """How the title of a page calls it, where no word of another language can be marked as one."""
        return str(self._meta.verbose_name) if self.is_named_in_plan_language else str(self)

    @property
    def written_in(self) -> str:
        """The language in which people write in it; empty where they write names only."""
        return self.city.language

    @classmethod
    def kinds(cls) -> dict[str, type[Self]]:
        """Every kind of this by its name in addresses, such as `barrier`."""
        return {
            name_of(model): model
            for model in apps.get_models()
            if issubclass(model, cls) and "is_extended" not in vars(model)
        }

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
