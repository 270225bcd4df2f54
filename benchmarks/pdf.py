"""The plan's PDF beside WeasyPrint's of the same plan's HTML: each time from the frozen document, in a cold child."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import django
from django.apps import apps
from django.core.management import call_command
from pypdf import PdfReader

from benchmarks.tables import show, verdict
from dev import ROOT, install_command, say, tidy_ending
from tests.actionplan.exports import documents

MOST_SECONDS, MOST_MB = 1.5, 300
LEAST_TIMES_FASTER = 10
DEMO, LONG = "the demo's plan, version 2", "a plan with 60 actions"
PROGRAMS = ("Typst", "WeasyPrint")
Run = dict[str, float]


@contextmanager
def settings() -> Iterator[Path]:
    """A folder of our own, with a database in it."""
    with TemporaryDirectory(prefix="genprocure-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "genprocure.settings",
            "DATABASE_URL": f"sqlite:///{folder}/benchmark.sqlite3",
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "127.0.0.1",
            "GENPROCURE_DEMO": "0",
        }
        django.setup()
        yield Path(folder)


def require_weasyprint() -> None:
    found = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, text=True)
    if found.returncode:
        libraries = install_command("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
        last = found.stderr.strip().splitlines()[-1]
        raise SystemExit(f"WeasyPrint does not start: {last}\nTo fix it on Debian: {libraries}")


def demo_plan() -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    with open(os.devnull, "w") as nowhere:
        call_command("demo", stdout=nowhere)
    version = apps.get_model("actionplan", "PlanVersion").objects.get(plan__city__slug="umea", number=2)
    fields = ("shown_as", "name", "function", "organisation")
    names = {f"m{each.membership_id}": {name: getattr(each, name) for name in fields} for each in version.names.all()}
    return {"document": json.loads(version.content), "names": names}


def run(program: str, source: Path) -> Run:
    target = source.with_suffix(".pdf")
    command = [sys.executable, "-m", "benchmarks.pdf_run", program, str(source), str(target)]
    told = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout)
    return {
        "seconds": told["seconds"],
        "cpu": told["cpu"],
        "mb": told["peak_kib"] * 1024 / 1e6,
        "kb": target.stat().st_size / 1000,
        "pages": len(PdfReader(target).pages),
    }


def typical(runs: list[Run]) -> Run:
    return {name: median(each[name] for each in runs) for name in runs[0]}


def measure(plans: dict[str, Path], rounds: int) -> dict[tuple[str, str], Run]:
    """Every program on every plan in turn, so that whatever else the machine does touches all of them alike."""
    found: dict[tuple[str, str], list[Run]] = {(plan, program): [] for plan in plans for program in PROGRAMS}
    for turn in range(rounds):
        say(f"Round {turn + 1} of {rounds}")
        for (plan, program), runs in found.items():
            runs.append(run(program, plans[plan]))
    return {key: typical(runs) for key, runs in found.items()}


def show_all(found: dict[tuple[str, str], Run], rounds: int) -> None:
    rows = [
        (
            f"{plan}, {program}",
            f"{each['seconds']:.2f}",
            f"{each['cpu']:.2f}",
            f"{each['mb']:.0f}",
            f"{each['kb']:.0f}",
            f"{each['pages']:.0f}",
        )
        for (plan, program), each in found.items()
    ]
    head = ("PDF", "s", "CPU s", "peak MB", "size kB", "pages")
    show(f"From the frozen document to the PDF, the child cold, the median of {rounds} runs", head, rows)
    show("Limits", ("", "measured", "limit", ""), limits(found))


def limits(found: dict[tuple[str, str], Run]) -> list[tuple[str, ...]]:
    rows = []
    for plan in (DEMO, LONG):
        ours, theirs = found[plan, "Typst"], found[plan, "WeasyPrint"]
        rows.append((f"{plan}: seconds", f"{ours['seconds']:.2f}", *verdict(ours["seconds"], MOST_SECONDS)))
        rows.append((f"{plan}: MB in the child", f"{ours['mb']:.0f}", *verdict(ours["mb"], MOST_MB)))
        faster = theirs["seconds"] / ours["seconds"]
        kept = "kept" if faster >= LEAST_TIMES_FASTER else "MISSED"
        rows.append((f"{plan}: times faster than WeasyPrint", f"{faster:.1f}", f"≥ {LEAST_TIMES_FASTER}", kept))
    return rows


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pdf", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="so many rounds (5)")
    rounds = parser.parse_args(arguments).rounds
    require_weasyprint()
    with settings() as folder:
        say("Loading the demo")
        given = {DEMO: demo_plan(), LONG: {"document": documents.plan(60), "names": documents.names()}}
        plans = {name: folder / f"plan-{number}.json" for number, name in enumerate(given)}
        for name, path in plans.items():
            path.write_text(json.dumps(given[name]))
        show_all(measure(plans, rounds), rounds)


if __name__ == "__main__":
    with tidy_ending():
        main(sys.argv[1:])
