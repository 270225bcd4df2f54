"""A server that is killed between and during saves: what it acknowledged stands there when it comes back."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from actionplan import richtext
from actionplan.models import Section
from tests.factories import MembershipFactory, SectionFactory
from ulg.models import Draft
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).parent.parent.parent
SECRET = "a" * 32
SAVES_BEFORE = [0, 1, 3, 2]  # in each life of the server, before the one during which it is killed
OPTIONS = ["--worker-class=gthread", "--threads=4", "--no-control-socket", "--log-level=critical"]


def database_url() -> str:
    """The address of the database that this test runs on."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    host = quote(str(settings["HOST"]), safe="")
    return f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{host}:{settings['PORT']}/{settings['NAME']}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(folder: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A real server in processes of its own, killed at the end whatever happens."""
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": database_url(), "TMPDIR": str(folder)}
    command = [sys.executable, "-m", "gunicorn", "genprocure.wsgi", f"--bind=127.0.0.1:{port}", *OPTIONS]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**environment, "DJANGO_SETTINGS_MODULE": "tests.settings"}, start_new_session=True
    )
    try:
        wait_for(port, process)
        yield port, process
    finally:
        kill(process)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError, http.client.HTTPException):
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            asked.request("GET", "/health/")
            if asked.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise AssertionError("The server does not answer.")


def kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@dataclass
class Writer:
    """Somebody who writes one sentence after the other, and what the server told her to have kept."""

    section: Section
    cookie: str
    sentences: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    kept: str = ""

    def write(self, port: int, number: int) -> None:
        """One more sentence: kept while typing, then saved. What is not answered was not promised."""
        section = Section.objects.select_related("plan__city").get(pk=self.section.pk)
        html = f"{section.text}<p>Sentence {number}.</p>"
        slug = section.plan.city.slug
        action = reverse("actionplan:section-edit", args=[slug, section.key])
        form = {"text": html, "status": "draft", "revision": section.revision}
        about = {"draft_action": action, "draft_page": action, "draft_title": "Vision"}
        if self.post(port, reverse("ulg:draft-keep", args=[slug]), {**form, **about}) == 200:
            self.kept = f"Sentence {number}."
        if self.post(port, action, form) == 302:
            self.saved.append(f"Sentence {number}.")
            self.kept = ""

    def post(self, port: int, url: str, form: dict[str, object]) -> int | None:
        body = urlencode({**form, "csrfmiddlewaretoken": SECRET})
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            asked.request("POST", url, body, headers)
            answer = asked.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return None
        return answer.status


def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path):
    section = SectionFactory(text="<p>Before.</p>")
    client = Client()
    client.force_login(MembershipFactory(city=section.plan.city, role=Role.EDITOR).user)
    session = client.cookies["sessionid"].value
    writer = Writer(section, f"sessionid={session}; csrftoken={SECRET}")
    chance = random.Random(2026)
    numbers = iter(range(1000))

    for before in SAVES_BEFORE:
        with server(tmp_path) as (port, process):
            for _ in range(before):
                writer.write(port, next(numbers))
            last = threading.Thread(target=writer.write, args=(port, next(numbers)))
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
        kept_somewhere = words + [text for draft in Draft.objects.all() for text in draft.fields["text"]]
        assert any(writer.kept in text for text in kept_somewhere)
