"""An export that fails says why in plain words, and names the record."""

import subprocess
import sys
from pathlib import Path

import pytest

from actionplan.exports.errors import ExportFailed, Place
from actionplan.exports.pdf import compiler
from tests.actionplan.exports import documents, files, pdfs

CANNOT_BE_DRAWN = "\N{GRINNING FACE}"


@pytest.fixture
def unrepaired(monkeypatch):
    """The document goes to the compiler as it is, so that it meets what it refuses."""
    monkeypatch.setattr(compiler, "clean", lambda shown, sign: shown)


def bare(**changes):
    return documents.plan(actions=3) | {"comments": [], "findings": [], "sections": {}} | changes


def message(document) -> str:
    with pytest.raises(ExportFailed) as failed:
        files.pdf(document, {})
    return str(failed.value)


@pytest.mark.parametrize(
    ("kind", "field", "place"),
    [("actions", "description", "action A-02"), ("barriers", "description", "barrier B-02")],
)
def test_the_record_that_stops_the_export_is_named(unrepaired, kind, field, place):
    document = bare()
    document[kind][1][field] = CANNOT_BE_DRAWN

    assert message(document) == f"The PDF could not be made. The cause is in {place}."


def test_the_section_that_stops_the_export_is_named(unrepaired):
    nodes = [{"t": "p", "c": [CANNOT_BE_DRAWN]}]
    title = next(part["title"] for part in documents.plan()["outline"][1]["parts"] if part["key"] == "vision")

    said = message(bare(sections={"vision": {"status": "done", "nodes": nodes}}))

    assert said == f"The PDF could not be made. The cause is in section “{title}”."


@pytest.mark.parametrize(
    ("kind", "field", "place"),
    [("actions", "description", Place("action", "A-02")), ("solutions", "title", Place("solution", "S-02"))],
)
def test_the_failure_carries_kind_and_code_of_the_record(unrepaired, kind, field, place):
    document = bare()
    document[kind][1][field] = f"{CANNOT_BE_DRAWN} A-01"

    with pytest.raises(ExportFailed) as failed:
        files.pdf(document, {})

    assert failed.value.place == place


def test_a_comment_is_found_by_what_it_is_about(unrepaired):
    comment = documents.plan()["comments"][0] | {"text": CANNOT_BE_DRAWN, "on": {"kind": "action", "code": "A-03"}}

    with pytest.raises(ExportFailed) as failed:
        files.pdf(bare(comments=[comment]), {})

    assert failed.value.place == Place("action", "A-03", is_comment=True)


def test_what_stands_in_no_record_is_said_to_stand_outside(unrepaired):
    said = message(bare(title=CANNOT_BE_DRAWN))

    assert said == ("The PDF could not be made. The cause is not in the records or sections; it may be in a title.")


def test_the_search_for_the_record_ends_in_time(unrepaired, monkeypatch):
    clock = iter([0.0, 1.0, 100.0])
    monkeypatch.setattr(compiler, "monotonic", lambda: next(clock))

    said = message(bare(findings=[{"code": "F-01", "title": "Fynd", "text": CANNOT_BE_DRAWN}]))

    assert said == "The PDF could not be made, and the cause could not be found in time."


def test_what_the_compiler_said_is_kept_for_the_log(unrepaired):
    with pytest.raises(ExportFailed) as failed:
        files.pdf(bare(title=CANNOT_BE_DRAWN), {})

    assert CANNOT_BE_DRAWN in failed.value.detail


def test_an_export_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(compiler, "TIME_LIMIT", 0.01)
    document = bare()
    document["actions"][1]["risk"]["text"] = "Lång text. " * 1000

    assert message(document) == (
        "The PDF was not ready after 0.01 seconds, so the attempt was stopped. The longest text is in action A-02."
    )


def test_a_child_that_dies_is_a_failure_of_the_export(monkeypatch, tmp_path):
    dying = tmp_path / "worker.py"
    dying.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    monkeypatch.setattr(compiler, "WORKER", dying)

    assert message(bare()) == (
        "The PDF could not be made: the program that makes it stopped (-9). Try again in a while."
    )


def test_the_child_gets_nothing_of_the_portals_environment(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hidden")
    seen = {}

    def run(command, **options):
        seen.update(options["env"], command=command)
        return subprocess.CompletedProcess(command, 0, pdfs.file_of(), b"")

    monkeypatch.setattr(subprocess, "run", run)

    files.pdf(bare(), {})

    assert seen.pop("command")[:2] == [sys.executable, "-I"]
    assert "SECRET_KEY" not in seen


def test_the_templates_take_nothing_from_outside_their_folder():
    folder = Path(compiler.__file__).parent / "typst"
    imports = [line for file in folder.glob("*.typ") for line in file.read_text().splitlines() if "import" in line]

    assert [line for line in imports if "@" in line or "/" in line.split('"')[1]] == []
