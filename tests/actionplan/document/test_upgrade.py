"""Versions that were published with an older schema are read as if they were of today's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.utils import timezone

from actionplan.document.canonical import sha256
from actionplan.document.schema import SCHEMA
from actionplan.document.upgrade import STEPS, upgrade
from actionplan.models import PlanVersion
from actionplan.queries import version_faults
from tests.actionplan.exports import files, pdfs
from tests.factories import MembershipFactory, PlanFactory

# As the portal of that time stored them for Umeå's demo: umea-<version>-schema-<schema>.json
PUBLISHED = sorted(Path(__file__).with_name("published").glob("*.json"))

each_published = pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)


def published(path: Path) -> dict:
    return json.loads(path.read_text())


def replies_of(comment: dict) -> list[dict]:
    """Called answers in the schemas before 3."""
    return comment["replies"] if "replies" in comment else comment["answers"]


def test_there_is_a_published_version_of_every_older_schema():
    found = {json.loads(published(path)["content"])["schema"] for path in PUBLISHED}

    assert found >= set(STEPS) == set(range(1, SCHEMA))


@each_published
def test_the_frozen_document_stays_as_it_was_published(path):
    kept = published(path)

    assert sha256(kept["content"]) == kept["sha256"]
    assert files.json(json.loads(kept["content"])).decode() == kept["content"]


@each_published
def test_an_older_document_has_the_shape_of_todays(path):
    document = json.loads(published(path)["content"])

    found = upgrade(document)

    before = [(comment["text"], [each["text"] for each in replies_of(comment)]) for comment in document["comments"]]
    others = {name: value for name, value in document.items() if name not in ("schema", "comments")}
    assert found["schema"] == SCHEMA
    assert [(each["text"], [reply["text"] for reply in each["replies"]]) for each in found["comments"]] == before
    assert {name: value for name, value in found.items() if name not in ("schema", "comments")} == {
        "assessments": [],
        "figures": None,
        **others,
    }


@each_published
def test_its_page_and_its_pdf_hold_every_reply(path):
    kept = published(path)
    document = json.loads(kept["content"])
    said = [reply["text"].split(".")[0] for comment in document["comments"] for reply in replies_of(comment)]

    page = " ".join(files.html(document, kept["names"]).decode().split())
    pdf = pdfs.flowing(files.pdf(document, kept["names"]))

    assert [words for words in said if words not in page] == []
    assert [words for words in said if " ".join(words.split()) not in pdf] == []


@pytest.mark.parametrize("comments", [None, 5, "text", ["text", 5, {"answers": "text"}]])
def test_a_broken_document_is_read_as_far_as_it_goes(comments):
    assert files.html({"schema": 2, "comments": comments}, {}).startswith(b"<!doctype html>")


@pytest.mark.django_db
def test_versions_of_older_schemas_verify():
    seat = MembershipFactory()
    plan = PlanFactory(city=seat.city)
    paths = [path for path in PUBLISHED if path.stem.endswith("schema-1")]
    for number, path in enumerate(paths, 1):
        kept = published(path)
        PlanVersion.objects.create(
            plan=plan,
            number=number,
            content=kept["content"],
            sha256=kept["sha256"],
            previous_sha256=kept["previous_sha256"],
            published_at=timezone.now(),
            published_by=seat,
        )

    assert (len(paths), list(version_faults.find())) == (2, [])
