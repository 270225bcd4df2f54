"""The database stopped in the middle of the work and started again: nothing that was acknowledged is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import psycopg
import pytest

from tests.postgresql import IN_EARNEST, Cluster, find_postgresql, temporary_cluster
from tests.sent_forms import forms_of
from tests.servers import ROOT, Answer, ask, gunicorn
from ulg.confirmation import FIELD

pytestmark = pytest.mark.postgresql
TEXT = "A comment that somebody has thought about for a quarter of an hour."


@dataclass
class Portal:
    """Three web processes on a database that can be stopped, and what they have acknowledged."""

    cluster: Cluster
    port: int
    told: dict[str, str]
    said: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    published: int = 0
    seen: int = 1
    last: int = 2
    statuses: set[int] = field(default_factory=set)

    def ask(self, method: str, path: str, fields: dict[str, object] | None = None, **headers: str) -> Answer:
        return ask(self.port, method, path, fields, session=self.told["session"], headers=headers)

    def rows(self, query: str) -> list[tuple]:
        with psycopg.connect(self.cluster.url) as connection:
            return connection.execute(query).fetchall()

    def comment(self, number: int) -> None:
        text = f"Comment {number}."
        if self.noted(self.ask("POST", self.told["comment"], {"text": text})) == 302:
            self.said.append(text)

    def write(self, number: int) -> None:
        text = f"Sentence {number}."
        with suppress(psycopg.OperationalError):
            [(self.seen,)] = self.rows(
                "SELECT revision FROM actionplan_record WHERE kind = 'section' AND code = 'vision'"
            )
        sent = {"text": f"<p>{text}</p>", "status": "draft", "revision": self.seen}
        if self.noted(self.ask("POST", self.told["section"], sent)) == 302:
            self.sections.append(text)

    def publish(self, number: int) -> None:
        with suppress(psycopg.OperationalError):
            [(self.last,)] = self.rows("SELECT max(number) FROM actionplan_planversion")
        sent = {"revision": 2, "last": self.last, "opening": "closed", "is_confirmed": "on"}
        asked = self.ask("POST", self.told["publish"], sent)
        if self.noted(asked) != 200:
            return
        [form] = [form for form in forms_of(asked.text.encode(), self.told["publish"]) if FIELD in form.fields]
        confirmed = {name: values[0] for name, values in form.fields.items()}
        self.published += self.noted(self.ask("POST", self.told["publish"], confirmed)) == 302

    def noted(self, answer: Answer) -> int:
        self.statuses.add(answer.status)
        return answer.status


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    folder = tmp_path_factory.mktemp("portal")
    with temporary_cluster(find_postgresql(), settings=IN_EARNEST) as cluster:
        with psycopg.connect(cluster.url, dbname="postgres", autocommit=True) as server:
            server.execute("CREATE DATABASE genprocure")
        environment = {**os.environ, "DATABASE_URL": cluster.url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        scene = [sys.executable, "-m", "tests.journeys.away_scene"]
        done = subprocess.run(scene, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        with gunicorn(Path(folder), workers=3, url=cluster.url) as (port, _process):
            yield Portal(cluster, port, json.loads(done.stdout))


@pytest.fixture
def stopped(portal: Portal) -> Iterator[Portal]:
    for _ in range(12):  # every thread has a connection of its own by now
        portal.ask("GET", portal.told["page"])
    portal.cluster.stop("fast")
    yield portal
    portal.cluster.start()


def test_every_request_is_answered_at_once_without_the_database(stopped):
    began = time.monotonic()

    asked = [stopped.ask(way, stopped.told[name]) for name in ("page", "section", "publish") for way in ("GET", "HEAD")]
    asked += [stopped.ask("GET", "/"), stopped.ask("GET", "/nothing/at/all/"), stopped.ask("GET", "/health/")]

    assert [answer.status for answer in asked] == [503] * len(asked)
    assert {answer.headers.get("Retry-After") for answer in asked[:-1]} == {"30"}
    assert {"default-src 'none'" in answer.headers.get("Content-Security-Policy", "") for answer in asked} == {True}
    assert time.monotonic() - began < 120  # seconds; one that waited for the database would take 30, and there are nine
    assert "The portal is temporarily unavailable" in asked[0].text


def test_what_was_sent_stands_on_the_page_in_a_form_to_send_again(stopped):
    answer = stopped.ask("POST", stopped.told["comment"], {"text": TEXT})

    page = unescape(answer.text)
    assert answer.status == 503
    assert f'action="{stopped.told["comment"]}"' in page
    assert f'<input type="hidden" name="text" value="{TEXT}">' in page
    assert f"readonly>{TEXT}</textarea>" in page
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("header", [{"HX-Request": "true"}, {"X-Requested-With": "fetch"}])
def test_script_is_told_so_that_its_form_stays(stopped, header):
    about = {"unsent_action": stopped.told["comment"], "unsent_page": stopped.told["comment"]}

    answer = stopped.ask("POST", stopped.told["keep"], {"text": TEXT, **about}, **header)

    assert (answer.status, TEXT in answer.text) == (503, False)


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_database_that_comes_back_has_all_that_was_acknowledged_and_nothing_half(portal, mode):
    before = len(portal.said)
    is_over = threading.Event()
    portal.statuses.clear()

    def work(deed: Callable[[int], None]) -> None:
        number = 0
        while not is_over.is_set():
            deed(number)
            number += 1

    workers = [threading.Thread(target=work, args=(deed,)) for deed in (portal.comment, portal.write, portal.publish)]
    for worker in workers:
        worker.start()
    until(lambda: len(portal.said) > before + 2)
    portal.cluster.stop(mode)
    portal.cluster.start()
    said = len(portal.said)
    until(lambda: len(portal.said) > said + 2)
    is_over.set()
    for worker in workers:
        worker.join()

    assert portal.statuses <= {200, 302, 409, 422, 503}
    assert portal.ask("GET", "/health/").status == 200
    stands_whole(portal)


def stands_whole(portal: Portal) -> None:
    """Every acknowledged comment and sentence is there, and revisions and versions follow each other."""
    comments = {text for (text,) in portal.rows("SELECT text FROM actionplan_comment")}
    past = portal.rows(
        "SELECT revision, text FROM actionplan_historicalsection WHERE code = 'vision' ORDER BY history_id"
    )
    versions = portal.rows("SELECT number FROM actionplan_planversion ORDER BY number")
    histories = portal.rows(
        "SELECT count(*) FROM actionplan_comment c WHERE NOT EXISTS"
        " (SELECT 1 FROM actionplan_historicalcomment h WHERE h.id = c.id AND h.revision = c.revision)"
    )
    assert set(portal.said) <= comments
    assert [revision for revision, _text in past] == list(range(1, len(past) + 1))
    assert {f"<p>{text}</p>" for text in portal.sections} <= {text for _revision, text in past}
    assert [number for (number,) in versions] == list(range(1, len(versions) + 1))
    assert len(versions) >= 2 + portal.published
    assert histories == [(0,)]
    assert portal.sections
    assert portal.published


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "It did not come about."
        time.sleep(0.02)
