from __future__ import annotations

from argparse import ArgumentTypeError
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from genprocure.sample_data.cities import populate


class Command(BaseCommand):
    help = "Add invented cities in bulk, to measure with. People are at example.org; a second call adds more cities."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--cities", type=_positive, default=1, metavar="N", help="so many cities (1)")
        parser.add_argument("--barriers", type=_positive, default=50, metavar="N", help="barriers in each (50)")
        parser.add_argument("--comments", type=_positive, default=1000, metavar="N", help="comments in each (1000)")

    def handle(self, *args: Any, cities: int, barriers: int, comments: int, **options: Any) -> None:
        began = monotonic()
        counts = populate(cities=cities, barriers=barriers, comments=comments)
        for name, count in counts.items():
            self.stdout.write(f"{count:>9,} {name}")
        self.stdout.write(f"in {monotonic() - began:.1f} s")


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ArgumentTypeError("at least 1")
    return number
