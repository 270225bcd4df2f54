from __future__ import annotations

from functools import cached_property

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actionplan.document.frozen import FrozenDocument
from actionplan.models.plan import Plan
from ulg.models import City, Membership
from ulg.models.texts import TextField


class PlanVersionQuerySet(models.QuerySet["PlanVersion"]):
    def in_city(self, city: City) -> PlanVersionQuerySet:
        return self.filter(plan__city=city)

    def public(self) -> PlanVersionQuerySet:
        return self.filter(publication__isnull=False)


class PlanVersion(models.Model):
    """The plan as it stood, frozen. Database triggers refuse every change and every deletion."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    content = models.TextField(_("canonical JSON"))
    sha256 = models.CharField(max_length=64)
    previous_sha256 = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return _("Version %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("actionplan:version", args=[self.plan.city.slug, self.number])

    @cached_property
    def document(self) -> FrozenDocument:
        """Read once: what was published never changes."""
        return FrozenDocument.read(self.content)


class VersionGaps(models.Model):
    """What the plan lacked when this version was published, and why everyone may read it all the same."""

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="gaps")
    words = models.JSONField(_("what was missing, in the plan's language"))
    reason = TextField(_("why it is open to everyone although something is missing"), blank=True)
    reason_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    reason_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.version)

    @property
    def count(self) -> int:
        return len(self.words)


class Publication(models.Model):
    """The coordinator has opened this version to everyone."""

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="publication")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.version)


class PublishedName(models.Model):
    """How one person stands in one version. Erasing her changes this row and renders the files again."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="names")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="published_names")
    shown_as = models.CharField(max_length=12, choices=Membership.PublishedAs)
    name = models.CharField(max_length=120, blank=True)
    function = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "membership"], name="one_name_per_version")]

    def __str__(self) -> str:
        return self.name or self.function or self.organisation


class VersionFile(models.Model):
    """A rendered file of a version: made once, the same bytes for everyone."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=8)  # a name of actionplan/exports/formats.py
    language = models.CharField(max_length=10)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "format", "language"], name="one_file_per_format")]

    def __str__(self) -> str:
        return f"{self.version} {self.format}"
