"""The whole suite on SQLite and on PostgreSQL: what `dev.py test` runs. What is left out is named at the end."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from dev import ROOT, child, say, tidy_ending
from tests import checks
from tests.postgresql import find_postgresql, temporary_postgresql
from tests.programs import Program, missing


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="dev.py test", allow_abbrev=False, description="The rest goes to pytest.")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--sqlite", action="store_true", help="on SQLite only")
    one.add_argument("--postgresql", action="store_true", help="on PostgreSQL only")
    chosen, rest = parser.parse_known_args(arguments)
    if not rest:  # whoever tries some tests is in the middle of something
        checks.require()
    runs = []
    if not chosen.postgresql:
        with tempfile.TemporaryDirectory(prefix="genprocure-") as folder:
            url = f"sqlite:///{folder}/suite.sqlite3"
            runs += [run_pytest(name, url, arguments) for name, arguments in sqlite_runs(rest)]
    binaries = find_postgresql()
    if binaries and not chosen.sqlite:
        # A browser sees the same on both, and a test without a database does the same: once is enough
        with temporary_postgresql(binaries) as url:
            runs.append(run_pytest("PostgreSQL", url, rest if chosen.postgresql else ["--second-database", *rest]))
    print("\n".join(["", *closing_lines(runs, chosen, missing())]))
    raise SystemExit(exit_code(runs))


def sqlite_runs(rest: list[str]) -> list[tuple[str, list[str]]]:
    """The name and the arguments of each run. Coverage is measured where all tests run that measure it well: a part
    would fall below what all of them reach, and to trace it makes tests in a browser twice as slow for a few lines."""
    if rest or missing():
        return [("SQLite", rest)]
    return [("SQLite, in a browser", ["-m", "browser"]), ("SQLite", ["-m", "not browser", *COVERAGE])]


@dataclass(frozen=True)
class Run:
    """How the suite ended on one database."""

    database: str
    code: int
    summary: str


ONCE = "Tests in a browser, and those that ask no database, ran on SQLite only; dev.py test --postgresql runs all."
COVERAGE = ["--cov", "--cov-report=term-missing:skip-covered"]
NOTHING_CHOSEN = 5  # pytest's exit code where no test fits the arguments


def run_pytest(database: str, url: str, arguments: list[str]) -> Run:
    say(f"\nThe suite on {database}")
    command = [sys.executable, "-m", "pytest", "--numprocesses=auto", "--dist=worksteal", *arguments]
    command += ["--color=yes"] if sys.stdout.isatty() else []
    columns = str(shutil.get_terminal_size().columns)
    environment = {**os.environ, "DATABASE_URL": url, "COLUMNS": columns}
    tail = b""
    process_options = {"cwd": ROOT, "env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with child(command, **process_options) as process, process.stdout:
        while chunk := process.stdout.read1():
            sys.stdout.buffer.write(chunk)
            sys.stdout.flush()
            tail = (tail + chunk)[-2000:]
    lines = re.sub(r"\x1b\[[\d;]*m", "", tail.decode(errors="replace")).strip().splitlines()
    return Run(database, process.returncode, lines[-1].strip("= ") if lines else "pytest said nothing")


def closing_lines(runs: list[Run], chosen: argparse.Namespace, missing: list[Program]) -> list[str]:
    """What ran, and by name what did not."""
    lines = [f"{run.database}: {run.summary}" for run in runs]
    if chosen.sqlite or chosen.postgresql:
        lines.append(f"Left out: {'PostgreSQL' if chosen.sqlite else 'SQLite'}, as you asked.")
    elif runs[-1].database == "PostgreSQL":
        lines.append(ONCE)
    return [*lines, *(f"Left out: {program.left_out}" for program in missing)]


def exit_code(runs: list[Run]) -> int:
    """The first failure; a selection of tests may be empty on one database, but not on both."""
    codes = [run.code for run in runs]
    return next((code for code in codes if code not in (0, NOTHING_CHOSEN)), 0 if 0 in codes else NOTHING_CHOSEN)


if __name__ == "__main__":
    with tidy_ending():
        main(sys.argv[1:])
