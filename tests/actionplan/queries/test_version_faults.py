import hashlib

import pytest

from actionplan.exports.formats import FORMATS
from actionplan.models import PlanVersion, VersionFile, VersionGaps
from actionplan.queries import version_faults
from actionplan.services import versions
from tests.frozen import behind_the_triggers
from tests.plans import full_plan, publish


@pytest.fixture(autouse=True)
def published(db):
    made = full_plan()
    return [publish(made.plan, by=made.coordinator) for _each in range(2)]


def faults() -> list[tuple[str, int, str]]:
    return [(fault.city, fault.number, fault.words) for fault in version_faults.find()]


def change(number: int, **fields: object) -> None:
    with behind_the_triggers():
        PlanVersion.objects.filter(number=number).update(**fields)


def test_finds_nothing_in_what_was_published():
    assert faults() == []


def test_finds_a_changed_byte(published):
    change(1, content=published[0].content.replace("Yusuf", "").replace("Ett exempel", "Ett exempeL"))

    assert faults() == [("umea", 1, "its text does not match its fingerprint")]


def test_finds_a_text_that_was_changed_together_with_its_fingerprint(published):
    content = published[0].content.replace("Ett exempel", "Ett annat")
    change(1, content=content, sha256=hashlib.sha256(content.encode()).hexdigest())

    assert faults() == [("umea", 2, "it does not follow from the version before it")]


def test_finds_a_version_that_is_gone(published):
    with behind_the_triggers():
        VersionGaps.objects.all().delete()
        published[0].names.all().delete()
        versions.close_version(published[0], by=published[0].published_by)
        PlanVersion.objects.filter(number=1).delete()

    assert faults() == [
        ("umea", 2, "version 1 before it is missing"),
        ("umea", 2, "it does not follow from the version before it"),
    ]


def test_finds_a_text_that_is_no_document():
    change(2, content="{", sha256=hashlib.sha256(b"{").hexdigest())

    assert faults() == [("umea", 2, "its text cannot be read")]


def test_finds_a_text_that_belongs_to_another_number(published):
    first = published[0]
    change(2, content=first.content, sha256=first.sha256)

    assert faults() == [("umea", 2, "its text is not the one that was published under this number")]


def test_finds_a_changed_file(published):
    file = versions.render_file(published[1], FORMATS["json"], "sv")
    VersionFile.objects.filter(pk=file.pk).update(content=b"{}")

    assert faults() == [("umea", 2, "its JSON file is not the one that was made")]
