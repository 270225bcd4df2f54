"""The import of notices and their figures, on PostgreSQL: notices a second, memory, and figures of many notices."""

from __future__ import annotations

import os
import resource
import secrets
import sys
import time
import zipfile
from datetime import date
from importlib import import_module
from statistics import median
from tempfile import TemporaryFile
from typing import IO, Any

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actionplan.notices.archives import files_of
from benchmarks import scene
from benchmarks.tables import show, verdict
from dev import say, tidy_ending
from tests.notices import Lot, Notice

ORDINARY = 100_000  # bytes of a notice
FEW, MANY = 1_000, 3_000  # ordinary notices in an archive
NOTICES, LOTS = 10_000, 5  # for the figures
AIMS = ({}, {"strategic-procurement": ["none"]}, {"social-objective": ["opp"]}, {"social-objective": ["gen-eq"]})
FIRMS = 500
ROUNDS, MOST_QUERIES = 20, 12
LEAST_A_SECOND, MOST_MS, MOST_GROWTH = 50, 200, 40


def firm_number(place: int) -> str:
    return f"99{place % FIRMS:04}-0000"


def notice(number: int, size: int) -> bytes:
    lots = [
        Lot(
            f"LOT-{place:04}",
            estimated=f"{number + 1}000",
            cpv=f"{10 + (number + place) % 89}000000",
            codes=AIMS[(number + place) % 4],
            won=f"{number + 1}00" if number % 3 == 0 else "",
            winners=[f"{firm_number(number + place)} Firm"] if number % 3 == 0 else [],
        )
        for place in range(LOTS)
    ]
    form = "result" if number % 3 == 0 else "competition"
    made = Notice(lots, day=f"{2023 + number % 4}-03-19Z", form=form)
    padding = max(size - len(made.xml()), 0) // LOTS
    for lot in lots:
        lot.condition = ("The supplier reports once a year. " * (padding // 34 + 1))[:padding]
    return made.xml()


def archive(opened: IO[bytes], count: int, size: int) -> None:
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number in range(count):
            packed.writestr(f"{number}.xml", notice(number, size))


def imported(slug: str, count: int, size: int) -> float:
    """Seconds to import an archive of so many notices."""
    service, city = import_module("actionplan.services.notices"), apps.get_model("ulg", "City").objects.get(slug=slug)
    with TemporaryFile() as opened:
        archive(opened, count, size)
        opened.seek(0)
        start = time.perf_counter()
        taken = sum(1 for _line in service.import_files(city, files_of("all.zip", opened), by=None))
        seconds = time.perf_counter() - start
    if taken != count:
        raise SystemExit(f"Of {count} notices {taken} were taken.")
    return seconds


def memory() -> int:
    """The most that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure_import() -> None:
    say(f"Importing {FEW} and {MANY} notices of {ORDINARY // 1000} kB")
    imported("few", FEW, ORDINARY)
    before = memory()
    seconds = imported("many", MANY, ORDINARY)
    growth = memory() - before
    rate = MANY / seconds
    kept = "kept" if rate >= LEAST_A_SECOND else "MISSED"
    rows = [
        ("notices a second", f"{rate:.0f}", f"≥ {LEAST_A_SECOND}", kept),
        (f"MiB more for {MANY} notices than for {FEW}", f"{growth}", *verdict(growth, MOST_GROWTH)),
    ]
    show("Import", ("", "", "limit", ""), rows)


def register_firms(city: Any) -> None:
    """Half of the firms that win say who owns them."""
    ownership = ("women-owned", "women-led", "men-owned", "unknown")
    model, about = apps.get_model("actionplan", "Supplier"), {"source": "Survey", "source_on": date(2025, 3, 14)}
    for place in range(0, FIRMS, 2):
        number = firm_number(place)
        names = {"number": number.replace("-", ""), "shown_number": number, "name": f"Firm {place}"}
        model.objects.create(city=city, **names, ownership=ownership[place % 4], **about)


def member_of(city: Any) -> Client:
    """Somebody who reads the figures."""
    user = apps.get_model("ulg", "User").objects.create_user("reader@example.org", name="A reader")
    apps.get_model("ulg", "Membership").objects.create(city=city, user=user, role="member")
    client = Client()
    client.force_login(user)
    return client


def measure_figures() -> None:
    say(f"Importing {NOTICES} small notices with {LOTS} lots each")
    imported("large", NOTICES, 0)
    city = apps.get_model("ulg", "City").objects.get(slug="large")
    register_firms(city)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client, times = member_of(city), []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        page = client.get("/large/baseline/figures/")
        times.append(time.perf_counter() - start)
    with CaptureQueriesContext(connection) as captured:
        client.get("/large/baseline/figures/")
    if page.status_code != 200:
        raise SystemExit(f"The page answers {page.status_code}.")
    took = median(times) * 1000
    rows = [
        (f"ms, {NOTICES} notices, {NOTICES * LOTS} lots", f"{took:.0f}", *verdict(took, MOST_MS)),
        ("queries", f"{len(captured)}", *verdict(len(captured), MOST_QUERIES)),
    ]
    show(f"The page of the figures, the median of {ROUNDS} rounds", ("", "", "limit", ""), rows)


def main() -> None:
    with scene.database() as url:
        os.environ |= {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "genprocure.settings",
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
            "DEBUG": "0",
        }
        django.setup()
        call_command("migrate", verbosity=0)
        for slug in ("few", "many", "large"):
            apps.get_model("ulg", "City").objects.create(slug=slug, name=slug)
        if "--figures" not in sys.argv:
            measure_import()
        measure_figures()


if __name__ == "__main__":
    with tidy_ending():
        main()
