"""A save that is committed while the plan is being frozen is in the version with all it changed, or not at all."""

from __future__ import annotations

import json
from threading import Thread

import pytest
from django.db import connection

from actionplan.services import versions
from actionplan.snapshot import document
from tests.factories import BarrierFactory, MembershipFactory, SectionFactory
from ulg.services import saving


@pytest.mark.django_db(transaction=True)
def test_two_saves_in_the_middle_of_publishing_are_seen_together_or_not_at_all(monkeypatch):
    section = SectionFactory(text="<p>Before</p>")
    barrier = BarrierFactory(plan=section.plan, title="Before")
    editor = MembershipFactory(city=section.plan.city, role="editor")
    take_sections = document._sections

    def saved_between(plan):
        found = take_sections(plan)
        writer.start()
        writer.join(timeout=0.5 if connection.vendor == "sqlite" else 10)  # SQLite makes the writer wait for us
        return found

    def save_both():
        try:
            saving.save(section, {"text": "<p>After</p>"}, seen=1, by=editor)
            saving.save(barrier, {"title": "After"}, seen=1, by=editor)
        finally:
            connection.close()

    writer = Thread(target=save_both)
    monkeypatch.setattr(document, "_sections", saved_between)

    version = versions.publish_version(section.plan, by=editor)

    writer.join(timeout=30)
    frozen = json.loads(version.content)
    words = (frozen["sections"]["vision"]["nodes"][0]["c"][0], frozen["barriers"][0]["title"])
    assert words == ("Before", "Before")
