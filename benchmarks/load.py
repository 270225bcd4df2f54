"""Three web processes on PostgreSQL and many people at once: how many deadlocks, and how many server errors.

`.venv/bin/python -m benchmarks.load --people 16 --turns 100`; tests/journeys/test_crowd.py is a short one
"""

from __future__ import annotations

import argparse
import os
import secrets
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

from benchmarks.scene import database


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.load", description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=16)
    parser.add_argument("--turns", type=int, default=100, help="how much each of them does")
    parser.add_argument("--publishing", action="store_true", help="let one request in ten publish a version")
    chosen = parser.parse_args()
    with database() as url, TemporaryDirectory(prefix="genprocure-") as folder:
        os.environ |= {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SECRET_KEY": secrets.token_hex(32),
        }
        django.setup()
        call_command("migrate", verbosity=0)
        measure(chosen, Path(folder))


def measure(chosen: argparse.Namespace, folder: Path) -> None:
    from tests import crowd, places  # noqa: PLC0415 - the portal's models are there only after the set-up
    from tests.servers import gunicorn  # noqa: PLC0415

    place = places.build("here")
    requests = crowd.REQUESTS + [crowd.publish] * (2 if chosen.publishing else 0)
    with gunicorn(folder, workers=3) as (port, _process):
        began = time.perf_counter()
        outcome = crowd.at_work(crowd.people(place, port, chosen.people), requests, turns=chosen.turns)
        seconds = time.perf_counter() - began
    print(f"{outcome.asked} requests of {chosen.people} people at once in {seconds:.0f} s")
    print(f"deadlocks {crowd.deadlocks()}, answered with a failure {len(outcome.failures)}")
    for (request, status), count in sorted(outcome.answers.items()):
        print(f"  {request:20} {status} {count}")
    print("failures", dict(Counter(outcome.failures)))
    print("numbers without a gap", crowd.numbers_have_no_gap(place))
    log = (folder / "server.log").read_text().splitlines()
    print("errors", Counter(line[:110] for line in log if "Error" in line and not line.startswith(" ")).most_common(12))


if __name__ == "__main__":
    main()
