"""The programs beside Python that some tests need. A test that needs one carries a marker with the key's name."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from dev import install_command
from tests.postgresql import find_postgresql


@dataclass(frozen=True)
class Program:
    name: str
    package: str
    tests: str
    find: Callable[[], object]

    @property
    def left_out(self) -> str:
        return f"{self.tests}, because {self.name} is not installed. To fix it: {install_command(self.package)}"


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


PROGRAMS = {
    "browser": Program("Chromium", "chromium", "the tests in a browser", find_chromium),
    "gettext": Program(
        "gettext", "gettext", "the tests that search the code for texts", lambda: shutil.which("xgettext")
    ),
    "poppler": Program(
        "poppler", "poppler-utils", "the tests that look at PDF pages", lambda: shutil.which("pdftotext")
    ),
    "postgresql": Program("PostgreSQL", "postgresql", "every test on PostgreSQL", find_postgresql),
}


def missing() -> list[Program]:
    return [program for program in PROGRAMS.values() if not program.find()]
