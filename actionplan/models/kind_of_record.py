"""What every kind of record has beyond the table of all records: statuses, and the way to an action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from actionplan.models.fields import RecordLink
from actionplan.models.record import Record, RecordQuerySet
from ulg.models.meta import field_of, name_of

K = TypeVar("K", bound="KindOfRecord")


class KindQuerySet(RecordQuerySet[K]):
    """Records of one kind, by what only a kind has: its statuses and links."""

    def kept(self) -> Self:
        """Those that the plan stands for: neither taken out nor given up."""
        return self.current().exclude(status__in=self.model.given_up) if self.model.given_up else self.current()

    def open(self) -> Self:
        """Those of the kept ones that something has to follow in the trace."""
        return self.kept().exclude(status__in=self.model.settled) if self.model.settled else self.kept()

    def without(self, name: str) -> Self:
        """Those to which no kept record is linked under this name."""
        return self.filter(~Exists(kept_of(self.model, name)))

    def at_status(self, status: str) -> Self:
        """Those at this status, as it holds; all of them if none is named."""
        return self.at_statuses([status]) if status else self

    def at_statuses(self, statuses: Iterable[str]) -> Self:
        """Those at one of these statuses, as they hold, see `KindOfRecord.counts_as`."""
        if not self.model.counts_as:
            return self.filter(status__in=statuses)
        return self.alias(status_held=status_now(self.model)).filter(status_held__in=statuses)

    def carried_out(self) -> Self:
        """Those behind which a kept action stands."""
        return self.filter(carried_out(self.model, self.model.way_to_action))


class KindManager(models.Manager):
    """The records of one kind. Every query names the kind: an index of the table of all records leads it."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(kind=name_of(self.model))


def kept_of(model: type[KindOfRecord], name: str) -> KindQuerySet:
    """The kept records that are linked under this name to each row of the query around."""
    link: Any = model._meta.get_field(name)  # the field of the one or of the other
    return link.related_model.objects.kept().filter(**{link.remote_field.name: OuterRef("pk")})


def count_of(model: type[KindOfRecord], name: str) -> Coalesce:
    """How many kept records are linked under this name to each row of the query around."""
    counted = kept_of(model, name).order_by().annotate(one=Value(1)).values("one").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def status_now(model: type[KindOfRecord]) -> Case:
    """The status, or what it counts as while no kept action stands behind it."""
    holds = ~Q(status__in=model.counts_as) | carried_out(model, model.way_to_action)
    cases = [When(status=claim, then=Value(counted)) for claim, counted in model.counts_as.items()]
    return Case(When(holds, then=F("status")), *cases)


def carried_out(model: type[KindOfRecord], way_to_action: Sequence[str]) -> Exists:
    """Whether kept records lead from each row of the query around to a kept action."""
    step, *further = way_to_action
    rows = kept_of(model, step)
    return Exists(rows.filter(carried_out(rows.model, further)) if further else rows)


def note_carried_out(records: Iterable[KindOfRecord]) -> None:
    """Ask once, for records of one kind, whether actions stand behind those whose status says so."""
    claiming = {
        record.pk: record for record in records if record.claims_action and "is_carried_out" not in vars(record)
    }
    if claiming:
        model = type(next(iter(claiming.values())))
        found = set(model.objects.carried_out().filter(pk__in=claiming).order_by().values_list("pk", flat=True))
        for pk, record in claiming.items():
            record.is_carried_out = pk in found


class KindOfRecord(Record):
    """A record with what its kind adds, stored beside the table of all records under the same key."""

    # The statuses in which the city no longer means it, and those after which nothing has to follow in the trace
    given_up: ClassVar[frozenset[str]] = frozenset()
    settled: ClassVar[frozenset[str]] = frozenset()
    # The statuses that say that an action carries it out, and what each counts as while none does
    counts_as: ClassVar[dict[str, str]] = {}
    way_to_action: ClassVar[tuple[str, ...]] = ()

    # From the table of all records `as_action` leads here; `action` alone would be taken for a field of some kind
    record_ptr = RecordLink(
        Record,
        on_delete=models.CASCADE,
        parent_link=True,
        primary_key=True,
        editable=False,
        related_name="as_%(class)s",
    )

    objects = KindManager.from_queryset(KindQuerySet)()

    class Meta:
        abstract = True
        ordering = ["number"]

    @property
    def is_kept(self) -> bool:
        return self.removed_at is None and getattr(self, "status", "") not in self.given_up

    @property
    def is_open(self) -> bool:
        return self.is_kept and getattr(self, "status", "") not in self.settled

    @cached_property
    def is_carried_out(self) -> bool:
        """Whether a kept action stands behind it. A query, unless `note_carried_out` has asked for many."""
        return type(self).objects.carried_out().filter(pk=self.pk).exists()

    @property
    def claims_action(self) -> bool:
        """Whether its status says that an action carries it out."""
        return getattr(self, "status", "") in self.counts_as

    @property
    def status_now(self) -> str:
        """The status as it holds: one that claims an action counts as less while there is none."""
        return self.counts_as[self.status] if self.claims_action and not self.is_carried_out else self.status

    def get_status_now_display(self) -> str:
        return dict(field_of(self, "status").flatchoices)[self.status_now]
