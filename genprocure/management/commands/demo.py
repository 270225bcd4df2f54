from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from genprocure.demo import loading
from genprocure.demo.logins import people


class Command(BaseCommand):
    help = "Load the demo cities: Umeå with a whole plan, Zagreb with its beginnings, seven partners by name."

    def handle(self, *args: Any, **options: Any) -> None:
        for city in loading.load():
            self.stdout.write(f"Loaded {city.name}.")
        if not settings.IS_DEMO:
            self.stdout.write("Its people can log in with one click where GENPROCURE_DEMO=1 is set.")
            return
        self.stdout.write("Log in with one click as one of Umeå's people:")
        for seat in people():
            self.stdout.write(f"  {seat.get_role_display():<12} {seat.user.name:<18} {seat.user.email}")
