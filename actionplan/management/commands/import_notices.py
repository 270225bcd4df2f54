from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from actionplan.notices.archives import files_in
from actionplan.notices.facts import Outcome
from actionplan.notices.imported import Imported
from actionplan.reference.notice_words import refused_because, said_of
from actionplan.services.notices import import_files
from ulg.models import City

SAID = {
    Outcome.TAKEN: "taken",
    Outcome.NEWER: "taken, newer than what was there",
    Outcome.OLDER: "taken, older than what was there",
    Outcome.ALREADY_HERE: "already there",
    Outcome.PASSED_OVER: "passed over, no notice",
    Outcome.NOT_OURS: "left out, of another buyer",
    Outcome.REFUSED: "refused",
}
IN_SUMMARY = {
    Outcome.TAKEN: "taken",
    Outcome.NEWER: "newer",
    Outcome.OLDER: "older",
    Outcome.ALREADY_HERE: "already there",
    Outcome.PASSED_OVER: "passed over",
    Outcome.NOT_OURS: "of other buyers",
    Outcome.REFUSED: "refused",
}


class Command(BaseCommand):
    help = "Reads a city's eForms notices: XML files, folders, zip files, gzipped tar files of the EU's packages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("city", metavar="CITY", help="the city's address, such as umea")
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)

    def handle(self, **options: Any) -> None:
        city = City.objects.filter(slug=options["city"]).first()
        if city is None:
            raise CommandError(f"There is no city “{options['city']}”.")
        counts: Counter[Outcome] = Counter()
        warned = 0
        found = (file for path in options["paths"] for file in files_in(path))
        for line in import_files(city, found, by=None, given=[path.name or str(path) for path in options["paths"]]):
            counts[line.outcome] += 1
            warned += bool(line.remarks)
            self.stdout.write(_line(line))
        self.stdout.write(_summary(counts, warned))
        if counts[Outcome.NOT_OURS] and not counts[Outcome.TAKEN]:
            self.stdout.write("A package is searched for the city's names and organisation numbers: see its settings.")
        if counts[Outcome.REFUSED]:
            raise CommandError(f"Files that could not be taken: {counts[Outcome.REFUSED]}.")


def _line(line: Imported) -> str:
    if line.refusal:
        return f"{line.name}: refused. {refused_because(line.refusal)}"
    holds = f" ({line.lots} {'lot' if line.lots == 1 else 'lots'})" if line.is_here else ""
    return " ".join([f"{line.name}: {SAID[line.outcome]}{holds}.", *map(said_of, line.remarks)])


def _summary(counts: Counter[Outcome], warned: int) -> str:
    parts = [f"{counts[outcome]} {words}" for outcome, words in IN_SUMMARY.items() if counts[outcome]]
    return f"Files: {counts.total()}. {', '.join(parts) or 'None'}; {warned} with a warning."
