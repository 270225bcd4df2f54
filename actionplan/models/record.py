from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from actionplan.models.plan import Plan
from actionplan.reference import codes
from ulg.models import City, Membership, Searched, SearchedQuerySet
from ulg.models.texts import LineField


class RecordQuerySet(SearchedQuerySet):
    def in_city(self, city: City) -> Self:
        return self.filter(plan__city=city)

    def current(self) -> Self:
        """Without what has been taken out of the plan."""
        return self.filter(removed_at=None)

    def taken_out(self) -> Self:
        return self.filter(removed_at__isnull=False)

    def kept(self) -> Self:
        """Those that the plan stands for: neither taken out nor given up."""
        return self.current().exclude(status__in=self.model.given_up) if self.model.given_up else self.current()

    def open(self) -> Self:
        """Those of the kept ones that something has to follow in the thread."""
        return self.kept().exclude(status__in=self.model.settled) if self.model.settled else self.kept()

    def without(self, name: str) -> Self:
        """Those to which no kept record is linked under this name."""
        return self.filter(~Exists(kept_of(self.model, name)))

    def without_texts(self) -> Self:
        """For what only names a record or says a figure of it: who wrote it, and what is long, are not read."""
        long = (models.TextField, models.JSONField)
        unread = {"created_at", "created_by", "updated_at", "updated_by"}
        columns = self.model._meta.fields
        return self.defer(*(each.name for each in columns if isinstance(each, long) or each.name in unread))

    def at_status(self, status: str) -> Self:
        """Those at this status, as it holds; all of them if none is named."""
        return self.at_statuses([status]) if status else self

    def at_statuses(self, statuses: Iterable[str]) -> Self:
        """Those at one of these statuses, as they hold, see `Record.counts_as`."""
        if not self.model.counts_as:
            return self.filter(status__in=statuses)
        return self.alias(status_held=status_now(self.model)).filter(status_held__in=statuses)

    def carried_out(self) -> Self:
        """Those behind which a kept action stands."""
        return self.filter(carried_out(self.model, self.model.way_to_action))


def kept_of(model: type[Record], name: str) -> RecordQuerySet:
    """The kept records that are linked under this name to each row of the query around."""
    link = model._meta.get_field(name)
    return link.related_model.objects.kept().filter(**{link.remote_field.name: OuterRef("pk")})


def count_of(model: type[Record], name: str) -> Coalesce:
    """How many kept records are linked under this name to each row of the query around."""
    counted = kept_of(model, name).order_by().annotate(one=Value(1)).values("one").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def status_now(model: type[Record]) -> Case:
    """The status, or what it counts as while no kept action stands behind it."""
    fallen = ~carried_out(model, model.way_to_action)
    cases = [When(Q(fallen, status=claim), then=Value(counted)) for claim, counted in model.counts_as.items()]
    return Case(*cases, default=F("status"))


def carried_out(model: type[Record], way_to_action: Sequence[str]) -> Exists:
    """Whether kept records lead from each row of the query around to a kept action."""
    step, *further = way_to_action
    rows = kept_of(model, step)
    return Exists(rows.filter(carried_out(rows.model, further)) if further else rows)


def note_carried_out(records: Iterable[Record]) -> None:
    """Ask once, for records of one kind, whether actions stand behind those whose status says so."""
    claiming = {
        record.pk: record for record in records if record.claims_action and "is_carried_out" not in vars(record)
    }
    if claiming:
        model = type(next(iter(claiming.values())))
        found = set(model.objects.carried_out().filter(pk__in=claiming).order_by().values_list("pk", flat=True))
        for pk, record in claiming.items():
            record.is_carried_out = pk in found


class Record(Searched):
    """A record of the plan, with a code that never changes and is never given again."""

    is_named_in_plan_language = True
    # The statuses in which the city no longer means it, and those after which nothing has to follow in the thread
    given_up: ClassVar[frozenset[str]] = frozenset()
    settled: ClassVar[frozenset[str]] = frozenset()
    # The statuses that say that an action carries it out, and what each counts as while none does
    counts_as: ClassVar[dict[str, str]] = {}
    way_to_action: ClassVar[tuple[str, ...]] = ()

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)ss")
    number = models.PositiveIntegerField(editable=False)
    code = models.CharField(_("code"), max_length=12, editable=False)
    title = LineField(_("title"), max_length=200)
    created_at = models.DateTimeField(_("date added"), editable=False)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    removed_at = models.DateTimeField(_("date removed"), null=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_%(class)s_per_number")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def searched_texts(self) -> Iterator[str]:
        """Its code in English too, for whoever reads the plan's pages in that language."""
        yield codes.code(self.kind, self.number, "en")
        yield from super().searched_texts()

    @property
    def affects_cities(self) -> tuple[int, ...]:
        return (self.plan.city_id,)

    @property
    def short_name(self) -> str:
        return self.code

    @property
    def written_in(self) -> str:
        return self.plan.written_in

    @property
    def kind(self) -> str:
        return self._meta.model_name

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
        return dict(self._meta.get_field("status").flatchoices)[self.status_now]

    @property
    def changes(self) -> int:
        """How often it has been saved since it was added."""
        return self.revision - 1
