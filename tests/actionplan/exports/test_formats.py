"""A new format is found everywhere once it stands in the list."""

import pytest
from django.core.management import call_command

from actionplan.exports import formats
from actionplan.exports.formats import FORMATS, Format
from actionplan.models import VersionFile
from actionplan.services import versions
from tests.formats import render_with
from tests.plans import full_plan, publish, url

pytestmark = pytest.mark.django_db


def titled(document, names, language=None):
    return f"{document.content['title']}, {len(names)}, {language}".encode()


@pytest.fixture
def made(monkeypatch):
    for name in FORMATS:
        render_with(monkeypatch, titled, name)
    return full_plan()


@pytest.fixture
def add(monkeypatch):
    """A format that is only made here."""

    def added(**facts):
        toy = Format("toy", "Toy", "Plan to play with", "text/toy", titled, **facts)
        monkeypatch.setitem(FORMATS, toy.name, toy)
        return toy

    return added


def test_a_new_format_has_an_address_for_members_and_one_for_everyone(client, made, add):
    add()
    publish(made.plan, by=made.coordinator)
    client.force_login(made.coordinator.user)

    answers = [
        client.get(address)
        for address in (url("version-export", 1, "toy"), url("draft-export", "toy"), url("published-file", 1, "toy"))
    ]

    assert [each.headers["Content-Type"] for each in answers] == ["text/toy"] * 3
    assert [each.content for each in answers] == [
        f"Handlingsplan, 2, {made_in}".encode() for made_in in ("sv", None, "sv")
    ]


@pytest.mark.parametrize(
    ("page", "address", "words"),
    [
        (["versions"], "version-export", "Toy<span"),
        (["version", 1], "version-export", "Download Toy"),
        (["published-version", 1], "published-file", "Plan to play with"),
    ],
)
def test_a_new_format_is_linked_where_the_others_are(client, made, add, page, address, words):
    add()
    publish(made.plan, by=made.coordinator)
    client.force_login(made.coordinator.user)

    shown = client.get(url(*page)).content.decode()

    assert f'href="{url(address, 1, "toy")}">{words}' in shown


def test_a_new_format_can_be_asked_for_in_a_shell(made, add, tmp_path, capsys):
    add()
    output = tmp_path / "plan"

    call_command("export_plan", "umea", "--format", "toy", "--language", "en", "--output", str(output))

    assert output.read_bytes() == b"Handlingsplan, 2, en"
    assert "-en.toy, 20 bytes" in capsys.readouterr().out


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_version_keeps_the_file_where_the_format_says_so(made, add, is_kept):
    toy = add(is_kept=is_kept)
    version = publish(made.plan, by=made.coordinator)

    failures = versions.make_files(version)
    file = versions.render_file(version, toy)

    assert (failures, file.content) == ([], b"Handlingsplan, 2, sv")
    assert VersionFile.objects.filter(format="toy").exists() == is_kept


@pytest.mark.parametrize(("has_language", "name"), [(True, "umea-plan-version-1-en.toy"), (False, "version-1.toy")])
def test_a_format_without_words_is_in_the_plans_language_alone(made, add, has_language, name):
    toy = add(has_language=has_language)
    version = publish(made.plan, by=made.coordinator)

    files = [versions.render_file(version, toy, language) for language in ("sv", "en", "en")]

    assert [file.language for file in files] == (["sv", "en", "en"] if has_language else ["sv"] * 3)
    assert toy.file_name(version.document, "en").endswith(name)


def test_erasing_a_person_makes_a_new_formats_files_again(made, add, django_capture_on_commit_callbacks):
    add()
    version = publish(made.plan, by=made.coordinator)
    versions.make_files(version)
    before = version.files.get(format="toy")

    with django_capture_on_commit_callbacks(execute=True):
        versions.anonymise(made.coordinator)

    assert version.files.get(format="toy").pk != before.pk


def test_every_name_fits_the_column_that_keeps_it():
    longest = VersionFile._meta.get_field("format").max_length

    assert [each.name for each in formats.kept() if len(each.name) > longest] == []
