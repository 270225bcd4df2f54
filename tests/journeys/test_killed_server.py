"""A server that is killed between and during saves: what it acknowledged stands there when it comes back."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from actionplan import richtext
from actionplan.models import Section
from tests.factories import MembershipFactory, SectionFactory
from tests.servers import ask, gunicorn, kill
from ulg.models import UnsentText
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

SAVES_BEFORE = [0, 1, 3, 2]  # in each life of the server, before the one during which it is killed


@dataclass
class Writer:
    """Somebody who writes one sentence after the other, and what the server told them to have kept."""

    section: Section
    session: str
    sentences: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    kept: str = ""

    def write_in_a_thread(self, port: int, number: int) -> None:
        """A thread has a connection of its own, which goes with it."""
        try:
            self.write(port, number)
        finally:
            connection.close()

    def write(self, port: int, number: int) -> None:
        """One more sentence: kept while typing, then saved. What is not answered was not promised."""
        section = Section.objects.select_related("plan__city").get(pk=self.section.pk)
        html = f"{section.text}<p>Sentence {number}.</p>"
        slug = section.plan.city.slug
        action = reverse("actionplan:section-edit", args=[slug, section.key])
        form = {"text": html, "status": "draft", "revision": section.revision}
        about = {"unsent_action": action, "unsent_page": action, "unsent_title": "Vision"}
        if self.post(port, reverse("ulg:unsent-keep", args=[slug]), {**form, **about}) == 200:
            self.kept = f"Sentence {number}."
        if self.post(port, action, form) == 302:
            self.saved.append(f"Sentence {number}.")
            self.kept = ""

    def post(self, port: int, url: str, form: dict[str, object]) -> int:
        return ask(port, "POST", url, form, session=self.session).status


def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path):
    section = SectionFactory(text="<p>Before.</p>")
    client = Client()
    client.force_login(MembershipFactory(city=section.plan.city, role=Role.EDITOR).user)
    writer = Writer(section, client.cookies["sessionid"].value)
    chance = random.Random(2026)
    numbers = iter(range(1000))

    for before in SAVES_BEFORE:
        with gunicorn(tmp_path) as (port, process):
            for _ in range(before):
                writer.write(port, next(numbers))
            last = threading.Thread(target=writer.write_in_a_thread, args=(port, next(numbers)))
            last.start()
            time.sleep(chance.uniform(0.01, 0.12))
            kill(process)
            last.join()
        connection.close()
        stands_whole(section, writer)

    assert len(writer.saved) >= sum(SAVES_BEFORE)


def stands_whole(section: Section, writer: Writer) -> None:
    section = Section.objects.get(pk=section.pk)
    words = richtext.plain(section.text).split("\n\n")
    assert [sentence for sentence in words if sentence in writer.saved] == writer.saved
    past = list(section.history.order_by("history_id").values_list("revision", "text"))
    assert [revision for revision, _text in past] == list(range(1, section.revision + 1))
    assert past[-1][1] == section.text
    if writer.kept:
        kept_somewhere = words + [text for unsent in UnsentText.objects.all() for text in unsent.fields["text"]]
        assert any(writer.kept in text for text in kept_somewhere)
