from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actionplan.models.fields import HoursField, MoneyField
from actionplan.models.kind_of_record import KindManager, KindOfRecord, KindQuerySet, kept_of
from actionplan.models.objective import Objective
from actionplan.models.solution import Solution
from actionplan.reference.actions import DUTIES, ActionStatus, CostKind, FundingStatus
from ulg.models.texts import LineField, TextField

ONE_TO_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class ActionQuerySet(KindQuerySet["Action"]):
    def with_indicator(self) -> KindQuerySet[Any]:
        """Adds `has_indicator`: whether each is measured by anything."""
        return self.annotate(has_indicator=models.Exists(kept_of(self.model, "indicators")))


class Action(KindOfRecord):
    """What the city will do: when, who, at what cost, who pays, how it is measured and what may go wrong."""

    given_up = ActionStatus.given_up()

    description = TextField(_("description"), blank=True)
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("objective")
    )
    solution = models.ForeignKey(
        Solution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("solution it carries out"),
    )
    status = models.CharField(_("status"), max_length=12, choices=ActionStatus, default=ActionStatus.IDEA)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    lead = LineField(_("responsible organisation"), max_length=160, blank=True)
    responsible = LineField(_("responsible function"), max_length=160, blank=True)
    cost_kind = models.CharField(_("kind of cost"), max_length=8, choices=CostKind, blank=True)
    cost_amount = MoneyField(
        _("amount"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    cost_hours = HoursField(_("own working hours"), null=True, blank=True)
    funding_source = LineField(_("who pays"), max_length=200, blank=True)
    funding_status = models.CharField(_("funding status"), max_length=8, choices=FundingStatus, blank=True)
    funding_amount = MoneyField(
        _("amount funded"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    risk = TextField(_("risk"), blank=True)
    risk_likelihood = models.PositiveSmallIntegerField(_("likelihood"), null=True, blank=True, validators=ONE_TO_FIVE)
    risk_impact = models.PositiveSmallIntegerField(_("consequence"), null=True, blank=True, validators=ONE_TO_FIVE)
    risk_mitigation = TextField(_("mitigation"), blank=True)

    objects = KindManager.from_queryset(ActionQuerySet)()

    class Meta(KindOfRecord.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(starts_on=None) | Q(ends_on=None),
                name="action_days_in_order",
                violation_error_message=_("The action ends before it starts."),
            ),
        ]

    @property
    def is_free(self) -> bool:
        """Whether it takes no money beside what the city spends anyway."""
        return self.cost_kind == CostKind.NONE

    @property
    def risk_score(self) -> int | None:
        return self.risk_likelihood * self.risk_impact if self.risk_likelihood and self.risk_impact else None

    def missing_duties(self, *, has_indicator: bool) -> list[str]:
        """Which of the six duties of an action are not answered yet, by key."""
        answered = {
            "timing": self.starts_on and self.ends_on,
            "responsible": self.lead,
            "cost": self.is_free or (self.cost_kind and self.cost_amount is not None),
            "funding": self.is_free or (self.funding_source and self.funding_status),
            "indicator": has_indicator,
            "risk": self.risk.strip(),
        }
        return [duty for duty, _words in DUTIES if not answered[duty]]
