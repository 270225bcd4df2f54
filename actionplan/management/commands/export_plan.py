from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from actionplan.document import people, snapshot
from actionplan.document.frozen import FrozenDocument
from actionplan.exports.errors import ExportFailed
from actionplan.exports.formats import FORMATS, File, Format
from actionplan.models import Plan, PlanVersion
from actionplan.services import versions
from ulg.models import City

MOST_NAMED = 20


class Command(BaseCommand):
    help = "Writes a city's plan to a file: a published version, or without --version the draft as it stands."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        # Django's own --version gives way to ours
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("city", metavar="CITY", help="the city's address, such as umea")
        parser.add_argument("--version", type=int, metavar="N", help="a published version; without it the draft")
        parser.add_argument("--format", required=True, choices=list(FORMATS))
        parser.add_argument(
            "--language", choices=[code for code, _name in settings.LANGUAGES], help="without it the plan's own"
        )
        parser.add_argument("--output", required=True, metavar="FILE")

    def handle(self, **options: Any) -> None:
        plan, output = _plan(options["city"]), Path(options["output"])
        try:
            made = _made(plan, options["version"], FORMATS[options["format"]], options["language"])
        except ExportFailed as failure:
            raise CommandError(str(failure)) from failure
        try:
            output.write_bytes(made.content)
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from error
        self.stdout.write(f"{output}: {made.name}, {len(made.content)} bytes")


def _plan(slug: str) -> Plan:
    plan = Plan.objects.select_related("city").filter(city__slug=slug).first()
    if plan is None:
        known = list(City.objects.order_by("slug").values_list("slug", flat=True)[:MOST_NAMED])
        raise CommandError(f"There is no city “{slug}” with a plan. Cities here: {', '.join(known) or 'none yet'}.")
    return plan


def _made(plan: Plan, number: int | None, format: Format, language: str | None) -> File:
    if number is None:
        return format.file(FrozenDocument(snapshot.take(plan)), people.names(plan), language)
    version = plan.versions.filter(number=number).first()
    if version is None:
        raise CommandError(f"{plan.city.slug} has no version {number}. {_known_versions(plan)}")
    file = versions.render_file(version, format, language)
    return File(format.file_name(version.document, language), bytes(file.content))


def _known_versions(plan: Plan) -> str:
    last = PlanVersion.objects.filter(plan=plan).values_list("number", flat=True).first()
    if last is None:
        return "Nothing is published yet; leave --version out to export the draft."
    return "Its only version is 1." if last == 1 else f"Its versions are 1 to {last}."
