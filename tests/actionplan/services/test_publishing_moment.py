"""A save that is committed while the plan is being frozen is in the version with all it changed, or not at all."""

from __future__ import annotations

import json
from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from actionplan.document import snapshot
from actionplan.models import PlanVersion
from actionplan.services import versions
from tests.factories import BarrierFactory, MembershipFactory, SectionFactory
from tests.sent_forms import confirm
from ulg.writing import saving


def by_the_service(plan, by):
    versions.publish_version(plan, by=by)


def by_the_page(plan, by):
    client = Client()
    client.force_login(by.user)
    sent = {"case_number": "KS 1", "revision": 1, "last": 0, "opening": "closed", "is_confirmed": "on"}
    asked = client.post(reverse("actionplan:publish", args=[plan.city.slug]), sent)
    assert confirm(client, asked).status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", [by_the_service, by_the_page])
def test_two_saves_in_the_middle_of_publishing_are_seen_together_or_not_at_all(monkeypatch, publish):
    section = SectionFactory(text="<p>Before</p>")
    barrier = BarrierFactory(plan=section.plan, title="Before")
    editor = MembershipFactory(city=section.plan.city, role="coordinator")
    take_sections = snapshot._sections

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
    monkeypatch.setattr(snapshot, "_sections", saved_between)

    publish(section.plan, by=editor)

    writer.join(timeout=30)
    frozen = json.loads(PlanVersion.objects.get().content)
    words = (frozen["sections"]["vision"]["nodes"][0]["c"][0], frozen["barriers"][0]["title"])
    assert words == ("Before", "Before")
