from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actionplan.services import procedures
from ulg.models import City


class Command(BaseCommand):
    help = "Counts the procedures of imported notices anew, after a rule or a list of words has changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cities", metavar="CITY", nargs="*", help="such as umea; all cities if none is named")

    def handle(self, **options: Any) -> None:
        asked = set(options["cities"])
        cities = City.objects.filter(slug__in=asked) if asked else City.objects.all()
        if unknown := asked - {city.slug for city in cities}:
            raise CommandError(f"There is no city “{sorted(unknown)[0]}”.")
        for city in cities.order_by("slug"):
            if number := procedures.recount(city):
                self.stdout.write(f"{city.slug}: procedures counted anew: {number}.")
