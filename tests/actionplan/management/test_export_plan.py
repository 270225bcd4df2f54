import json

import pytest
from django.core.management import CommandError, call_command

from actionplan.document import snapshot
from actionplan.document.canonical import canonical
from actionplan.exports.errors import ExportFailed
from actionplan.exports.formats import FORMATS
from tests.formats import render_with
from tests.plans import full_plan, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return full_plan()


def export(tmp_path, city="umea", **options):
    output = tmp_path / "plan"
    call_command("export_plan", city, output=str(output), **{"format": "json", **options})
    return output.read_bytes()


def test_without_a_version_it_writes_the_draft(made, tmp_path):
    content = export(tmp_path)

    assert content == canonical(snapshot.take(made.plan)).encode()


def test_with_a_version_it_writes_that_version(made, tmp_path):
    first = publish(made.plan, by=made.coordinator)
    publish(made.plan, by=made.coordinator)

    assert export(tmp_path, version=1) == first.content.encode()


def test_the_version_can_be_asked_for_as_in_a_shell(made, tmp_path, capsys):
    publish(made.plan, by=made.coordinator)
    output = tmp_path / "plan.html"

    call_command("export_plan", "umea", "--version", "1", "--format", "html", "--output", str(output))

    said = capsys.readouterr().out
    assert said == f"{output}: umea-plan-version-1.html, {output.stat().st_size} bytes\n"


def test_another_language_changes_the_fixed_words_only(made, tmp_path):
    content = export(tmp_path, format="html", language="en").decode()

    assert ("Fingerprint" in content, "not a published version" in content, "Ett exempel" in content) == (
        False,
        True,
        True,
    )


def test_the_same_version_gives_the_same_bytes_twice(made, tmp_path):
    publish(made.plan, by=made.coordinator)

    assert export(tmp_path, version=1, format="pdf") == export(tmp_path, version=1, format="pdf")


@pytest.mark.parametrize(
    ("city", "options", "words"),
    [
        ("umeo", {}, "There is no city “umeo” with a plan. Cities here: umea."),
        ("umea", {"version": 0}, "umea has no version 0. Its only version is 1."),
        ("umea", {"version": 9}, "umea has no version 9. Its only version is 1."),
        ("umea", {"format": "exe"}, f"invalid choice: 'exe' (choose from {', '.join(map(repr, FORMATS))})"),
        ("umea", {"language": "tlh"}, "invalid choice: 'tlh'"),
        (
            "umea",
            {"output": "/nowhere/plan.json"},
            "/nowhere/plan.json could not be written: No such file or directory.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_words(made, tmp_path, city, options, words):
    publish(made.plan, by=made.coordinator)
    given = {"format": "json", "output": str(tmp_path / "plan"), **options}
    arguments = [part for name, value in given.items() for part in (f"--{name}", str(value))]

    with pytest.raises(CommandError) as refused:
        call_command("export_plan", city, *arguments)

    assert words in str(refused.value)


def test_a_city_without_versions_is_told_to_export_the_draft(made, tmp_path):
    with pytest.raises(CommandError, match="Nothing is published yet; leave --version out to export the draft"):
        export(tmp_path, version=1)


def test_a_failing_export_names_the_record_and_leaves_an_older_file_alone(made, tmp_path, monkeypatch):
    (tmp_path / "plan").write_text("older")

    def fail(document, names, language=None):
        raise ExportFailed("What stops it stands in action A-01.")

    render_with(monkeypatch, fail)

    with pytest.raises(CommandError, match="What stops it stands in action A-01"):
        export(tmp_path, format="pdf")

    assert (tmp_path / "plan").read_text() == "older"


def test_the_json_holds_no_name(made, tmp_path):
    document = json.loads(export(tmp_path))

    assert "Karin" not in json.dumps(document, ensure_ascii=False)
