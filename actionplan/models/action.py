from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actionplan.models.objective import Objective
from actionplan.models.record import Record, RecordQuerySet
from actionplan.models.solution import Solution
from actionplan.reference import actions

ONE_TO_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class ActionQuerySet(RecordQuerySet):
    def kept(self) -> ActionQuerySet:
        """Those that the plan still means to carry out, or has."""
        return self.current().exclude(status="dropped")

    def with_indicator(self) -> ActionQuerySet:
        """Adds `has_indicator`: whether each is measured by anything."""
        links = self.model.indicators.through.objects.filter(action=models.OuterRef("pk"))
        return self.annotate(has_indicator=models.Exists(links.filter(indicator__removed_at=None)))


class Action(Record):
    """What the city will do: when, who, at what cost, who pays, how it is measured and what may go wrong."""

    description = models.TextField(_("description"), blank=True)
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
    status = models.CharField(_("status"), max_length=12, choices=actions.STATUSES, default="idea")
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    lead = models.CharField(_("responsible organisation"), max_length=160, blank=True)
    responsible = models.CharField(_("responsible function"), max_length=160, blank=True)
    cost_kind = models.CharField(_("kind of cost"), max_length=8, choices=actions.COST_KINDS, blank=True)
    cost_amount = models.DecimalField(
        _("amount"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    cost_hours = models.PositiveIntegerField(_("own working hours"), null=True, blank=True)
    funding_source = models.CharField(_("who pays"), max_length=200, blank=True)
    funding_status = models.CharField(
        _("state of the funding"), max_length=8, choices=actions.FUNDING_STATUSES, blank=True
    )
    funding_amount = models.DecimalField(
        _("amount funded"), max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    risk = models.TextField(_("what may go wrong"), blank=True)
    risk_likelihood = models.PositiveSmallIntegerField(_("likelihood"), null=True, blank=True, validators=ONE_TO_FIVE)
    risk_impact = models.PositiveSmallIntegerField(_("consequence"), null=True, blank=True, validators=ONE_TO_FIVE)
    risk_mitigation = models.TextField(_("what we do about it"), blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(starts_on=None) | Q(ends_on=None),
                name="action_days_in_order",
                violation_error_message=_("The action ends before it starts."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("actionplan:action", args=[self.plan.city.slug, self.pk])

    @property
    def risk_score(self) -> int | None:
        return self.risk_likelihood * self.risk_impact if self.risk_likelihood and self.risk_impact else None

    def missing_duties(self, *, has_indicator: bool) -> list[str]:
        """Which of the six duties of an action are not answered yet, by key."""
        answered = {
            "timing": self.starts_on and self.ends_on,
            "responsible": self.lead,
            "cost": self.cost_kind == "none" or (self.cost_kind and self.cost_amount is not None),
            "funding": self.cost_kind == "none" or (self.funding_source and self.funding_status),
            "indicator": has_indicator,
            "risk": self.risk.strip(),
        }
        return [duty for duty, _words in actions.DUTIES if not answered[duty]]
