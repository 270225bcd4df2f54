"""What the documents for readers of the code name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FILE = re.compile(r"`((?:\w+/)+(?:[\w.]+\.\w+)?|\w+\.(?:py|toml|md))`")
LINK = re.compile(r"\]\((?!http)([^)#]+)")
OUTSIDE = {"urls.py"}  # one in each app


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_a_document_names_are_there(document):
    named = {name for name in FILE.findall(document.read_text()) if name not in OUTSIDE}

    assert [name for name in sorted(named) if not (ROOT / name).exists() and not _in_an_app(name)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_of_a_document_lead_somewhere(document):
    assert [link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()] == []


def _in_an_app(name):
    """`access.py`, where the line says of which app."""
    return any((ROOT / app / name).exists() for app in ("genprocure", "actionplan", "ulg", "actionplan/document"))
