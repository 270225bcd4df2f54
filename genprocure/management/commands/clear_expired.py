from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from actionplan.services import supplier_uploads
from ulg.writing import submissions


class Command(BaseCommand):
    help = "Removes ended logins, what is known of sent forms that nobody can send once more, and unconfirmed files."

    def handle(self, **options: Any) -> None:
        call_command("clearsessions")
        self.stdout.write(f"Sent forms removed: {submissions.clear_expired()}.")
        self.stdout.write(f"Files of suppliers removed that nobody confirmed: {supplier_uploads.clear_expired()}.")
