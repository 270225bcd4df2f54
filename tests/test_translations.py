"""No page speaks half a language: every string of the source has its Swedish words, with the same placeholders."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("actionplan", "genprocure", "ulg", "templates")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """The Swedish catalogue as it is after gathering every string of the source anew, in a copy of the project."""
    copy = tmp_path_factory.mktemp("project")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
    shutil.copy(ROOT / "manage.py", copy)
    (copy / "static").mkdir()
    environment = {
        "SECRET_KEY": "x",
        "ALLOWED_HOSTS": "localhost",
        "PATH": "/usr/bin:/bin",
        "DATABASE_URL": "sqlite://",
    }
    command = [sys.executable, "manage.py", "makemessages", "--locale", "sv"]
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True, timeout=120)
    return polib.pofile(str(copy / "genprocure/locale/sv/LC_MESSAGES/django.po"))


@pytest.mark.gettext
def test_nothing_is_untranslated(catalogue):
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []


@pytest.mark.gettext
def test_nothing_is_fuzzy(catalogue):
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@pytest.mark.gettext
def test_nothing_dead_is_kept(catalogue):
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_placeholders_are_the_same_in_both_languages():
    found = polib.pofile(str(ROOT / "genprocure/locale/sv/LC_MESSAGES/django.po"))

    different = [
        entry.msgid
        for entry in found
        for words in ([entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values())
        if not _agree(entry, words)
    ]

    assert different == []


def _agree(entry: polib.POEntry, words: str) -> bool:
    """A singular may say "one" where its plural counts; else the same placeholders stand in both."""
    asked = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    given = set(PLACEHOLDER.findall(words))
    return given == asked or (bool(entry.msgid_plural) and given == set(PLACEHOLDER.findall(entry.msgid)))
