from __future__ import annotations

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ulg.models.city import City
from ulg.models.organisation import Organisation
from ulg.models.revised import Revised
from ulg.models.texts import LineField
from ulg.models.user import User
from ulg.roles import PERMISSIONS, Permission, Role


class MembershipQuerySet(models.QuerySet["Membership"]):
    def in_city(self, city: City) -> MembershipQuerySet:
        return self.filter(city=city)

    def current(self) -> MembershipQuerySet:
        return self.filter(ended_at=None)

    def former(self) -> MembershipQuerySet:
        return self.exclude(ended_at=None)

    def coordinators(self) -> MembershipQuerySet:
        return self.current().filter(role=Role.COORDINATOR, user__is_active=True)


class Membership(Revised):
    """A person's membership in a city's local group: with a role, for an organisation."""

    edit_permission = None  # how a name stands in published plans is for its owner to say
    history_permission = Permission.MANAGE_GROUP
    renews = ("plan", "people")

    class PublishedAs(models.TextChoices):
        NAME = "name", pgettext_lazy("published as", "Name, function and organisation")
        FUNCTION = "function", pgettext_lazy("published as", "Function and organisation, without the name")
        ORGANISATION = "organisation", pgettext_lazy("published as", "Organisation only")
        ANONYMOUS = "anonymous", pgettext_lazy("published as", "Not shown at all")

        @property
        def shown(self) -> tuple[str, ...]:
            """What a published plan may say of the person."""
            parts = ("name", "function", "organisation")
            return () if self == self.ANONYMOUS else parts[parts.index(self) :]

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.MEMBER)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("organisation"),
    )
    function = LineField(_("function"), max_length=120, blank=True)
    published_as = models.CharField(
        _("name in published plans"), max_length=12, choices=PublishedAs, default=PublishedAs.ANONYMOUS
    )
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["user__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["city", "user"], name="one_seat_per_person_and_city")]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def permissions(self) -> set[Permission]:
        return PERMISSIONS[self.role]

    @cached_property
    def has_unsent(self) -> bool:
        """Whether they have written anything that they have not sent. Every page reads it together with the seat."""
        return self.unsent_texts.exists()

    @property
    def is_last_coordinator(self) -> bool:
        """Without this member nobody could add members."""
        coordinators = Membership.objects.in_city(self.city).coordinators()
        is_coordinator = self.role == Role.COORDINATOR and self.ended_at is None
        return is_coordinator and not coordinators.exclude(pk=self.pk).exists()

    def standing_as(self, form: str) -> dict[str, str]:
        """What a published plan shows of this person in a form; the parts that the form hides are empty."""
        shown = self.PublishedAs(form).shown
        known = {"name": self.user.name, "function": self.function, "organisation": str(self.organisation or "")}
        return {part: value if part in shown else "" for part, value in known.items()}

    @property
    def reference(self) -> str:
        """How the frozen document names this person."""
        return f"m{self.pk}"
