"""A plan that can be published, and whoever publishes it."""

from __future__ import annotations

import pytest
from django.test import Client

from actionplan.models import Section
from tests.formats import render_with
from tests.plans import FullPlan, full_plan


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    render_with(monkeypatch, lambda document, names, language=None: b"%PDF quick")


@pytest.fixture
def made() -> FullPlan:
    made = full_plan()
    Section.objects.update(text="<p>Written.</p>", status="done")
    return made


@pytest.fixture
def coordinator(client: Client, made: FullPlan) -> Client:
    client.force_login(made.coordinator.user)
    return client
