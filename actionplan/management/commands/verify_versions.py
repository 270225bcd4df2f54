from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actionplan.models import PlanVersion
from actionplan.queries import version_faults


class Command(BaseCommand):
    help = (
        "Computes every fingerprint, the chain and the files of all published versions again; exit 1 on a difference."
    )

    def handle(self, **options: Any) -> None:
        faults = version_faults.find()
        for fault in faults:
            self.stderr.write(str(fault))
        if faults:
            raise CommandError(f"Published versions are not as they were published. Faults: {len(faults)}.")
        count = PlanVersion.objects.count()
        self.stdout.write(
            f"Published versions: {count}. Every fingerprint, number, link and file is as it was published."
        )
