from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from actionplan.models.barrier import Barrier
from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet, carried_out
from actionplan.reference.solutions import SolutionStatus, SolutionType
from ulg.models.texts import LineField, TextField


class SolutionQuerySet(KindQuerySet["Solution"]):
    def without_action(self) -> SolutionQuerySet:
        """Those that nobody carries out."""
        return self.open().without("actions")


class Solution(KindOfRecord):
    """What would help against one or more barriers."""

    given_up = SolutionStatus.given_up()
    counts_as = SolutionStatus.counts_as()
    way_to_action = ("actions",)
    _history_m2m_fields = ["barriers"]

    description = TextField(_("description"), blank=True)
    solution_type = models.CharField(_("kind of solution"), max_length=12, choices=SolutionType)
    status = models.CharField(_("status"), max_length=12, choices=SolutionStatus, default=SolutionStatus.PROPOSED)
    rejected_reason = LineField(_("why it was not chosen"), max_length=300, blank=True)
    barriers = models.ManyToManyField(Barrier, related_name="solutions", verbose_name=_("barriers"))

    objects = KindManager.from_queryset(SolutionQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("solution")
        verbose_name_plural = _("solutions")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=SolutionStatus.REJECTED) | ~models.Q(rejected_reason=""),
                name="rejected_solution_has_reason",
                violation_error_message=_("A solution that was not chosen needs a reason."),
            ),
        ]

    @property
    def is_rejected(self) -> bool:
        return self.status == SolutionStatus.REJECTED

    @property
    def is_adopted(self) -> bool:
        """Whether an action carries it out."""
        return self.status_now == SolutionStatus.ADOPTED


def solutions_of(barriers: Iterable[int]) -> dict[int, list[bool]]:
    """For each of these barriers, whether a kept action stands behind each of its kept solutions."""
    found: dict[int, list[bool]] = {pk: [] for pk in barriers}
    rows = Solution.objects.kept().filter(barriers__in=found).order_by()
    carried = rows.annotate(is_done=carried_out(Solution, Solution.way_to_action))
    for pk, is_done in carried.values_list("barriers", "is_done"):
        found[pk].append(is_done)
    return found


def note_solutions(barriers: Iterable[Barrier]) -> None:
    """Adds `solution_count`, the kept solutions of each, and whether a kept action stands behind one of them."""
    barriers = list(barriers)
    found = solutions_of(barrier.pk for barrier in barriers)
    for barrier in barriers:
        barrier.solution_count, barrier.is_carried_out = len(found[barrier.pk]), any(found[barrier.pk])
