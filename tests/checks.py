"""What can be told of the code without the whole suite: `dev.py check`, and what `dev.py test` asks before the suite.

python -m tests.checks        the checks, then the tests of the code's rules and translations
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass

from dev import ROOT, child, say, tidy_ending


@dataclass(frozen=True)
class Check:
    name: str
    command: tuple[str, ...]  # what Python's -m runs
    remedy: str  # what to do where it fails


CHECKS = (
    Check("ruff check", ("ruff", "check", "."), "correct what it names; .venv/bin/ruff check --fix . corrects some"),
    Check("ruff format", ("ruff", "format", "--check", "."), "run .venv/bin/ruff format ."),
    Check("mypy", ("mypy",), "correct the types that it names; pyproject.toml says what it overlooks and why"),
    Check(
        "makemigrations",
        ("django", "makemigrations", "--check", "--dry-run"),
        "a model changed without its migration: run python3 dev.py manage makemigrations",
    ),
)
QUICK_TESTS = ("tests/test_architecture.py", "tests/test_translations.py")


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="dev.py check", description="The quick part of what dev.py test does.")
    parser.parse_args(arguments)
    failed = failures(CHECKS)
    say("The tests of the rules and of the translations")
    with environment() as variables:
        tests = subprocess.run([sys.executable, "-m", "pytest", "--quiet", *QUICK_TESTS], cwd=ROOT, env=variables)
    say("\n".join(closing_lines(failed, tests.returncode)))
    raise SystemExit(1 if failed else tests.returncode)


def closing_lines(failed: list[Check], tests: int) -> list[str]:
    lines = [f"Failed: {check.name}. What to do: {check.remedy}." for check in failed]
    if tests:
        lines.append("Failed: tests, named above.")
    return lines or ["Everything that was checked is in order. The whole suite: python3 dev.py test"]


def require(checks: Iterable[Check] = CHECKS) -> None:
    """Go on only where every check passes."""
    if failed := failures(checks):
        raise SystemExit("\n".join([*closing_lines(failed, 0), "The suite was not started."]))


def failures(checks: Iterable[Check]) -> list[Check]:
    """Those that fail, with their own words on the terminal. All run at once, since each waits for the disk."""
    checks = list(checks)
    say(f"Checking: {', '.join(check.name for check in checks)}")
    with environment() as variables, ExitStack() as stack:
        running = [stack.enter_context(_started(check, variables)) for check in checks]
        said = [process.communicate()[0] for process in running]
    failed = [index for index, process in enumerate(running) if process.returncode]
    for index in failed:
        say(f"\n{shlex.join(checks[index].command)}\n{said[index].decode(errors='replace').strip()}\n")
    return [checks[index] for index in failed]


def _started(check: Check, variables: dict[str, str]) -> AbstractContextManager[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", *check.command]
    return child(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """The settings of the tests, and an empty database that nobody else uses."""
    with tempfile.TemporaryDirectory(prefix="genprocure-") as folder:
        yield {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{folder}/checks.sqlite3",
        }


if __name__ == "__main__":
    with tidy_ending():
        main(sys.argv[1:])
