"""A version's document is read, brought to today's schema and written down once, whatever is made of it."""

from collections import Counter

import pytest

from actionplan.document import canonical, frozen, schema
from actionplan.models import PlanVersion
from actionplan.services import versions
from tests.plans import full_plan, publish, url

pytestmark = pytest.mark.django_db
READ, UPGRADED, FILLED, WRITTEN = "read", "upgraded", "filled in", "written as canonical JSON"


@pytest.fixture
def done(monkeypatch):
    """How often each was done with a version's document."""
    made = full_plan()
    content = publish(made.plan, by=made.coordinator).content
    counts = Counter()
    steps = {
        READ: (frozen.json, "loads"),
        UPGRADED: (frozen, "upgrade"),
        FILLED: (schema, "whole"),
        WRITTEN: (canonical, "canonical"),
    }
    for step, (module, name) in steps.items():
        monkeypatch.setattr(module, name, counted(getattr(module, name), counts, step, content))
    return counts


def counted(function, counts, step, content):
    def call(value, *args, **options):
        if step != READ or value == content:
            counts[step] += 1
        return function(value, *args, **options)

    return call


def test_making_every_file_of_a_version(done):
    versions.make_files(PlanVersion.objects.get())

    assert done == {READ: 1, UPGRADED: 1, FILLED: 1, WRITTEN: 1}


def test_showing_a_version_as_a_page(client, done):
    client.get(url("published-version", 1))

    assert done == {READ: 1, UPGRADED: 1, FILLED: 1, WRITTEN: 1}


def test_sending_a_file_that_is_kept(client, done):
    versions.make_files(PlanVersion.objects.get())
    done.clear()

    client.get(url("published-file", 1, "html"))

    assert done == {READ: 1}
