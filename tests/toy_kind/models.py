from django.db import models

from actionplan.models import KindOfRecord
from ulg.models.texts import TextField


class Risk(KindOfRecord):
    class Status(models.TextChoices):
        OPEN = "open"
        GONE = "gone"

    description = TextField(blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)

    class Meta(KindOfRecord.Meta):
        verbose_name_plural = "risks"
