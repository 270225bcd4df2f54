"""Gunicorn in processes of its own, on the database that the tests run on."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection

ROOT = Path(__file__).parent.parent
TOKEN = "a" * 32  # the secret that the forms of these tests carry, in the cookie and in the field
OPTIONS = ["--worker-class=gthread", "--threads=4", "--no-control-socket"]


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
def gunicorn(
    folder: Path, *, workers: int = 1, settings: str = "tests.settings", url: str | None = None
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A server that answers, with its port; killed at the end whatever happens. What it says stands in `folder`."""
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": url or database_url(), "TMPDIR": str(folder)}
    command = [sys.executable, "-m", "gunicorn", "genprocure.wsgi", f"--bind=127.0.0.1:{port}", *OPTIONS]
    command += [f"--workers={workers}", "--log-level=warning"]
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment, "DJANGO_SETTINGS_MODULE": settings},
            start_new_session=True,
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(port, process)
        yield port, process
    finally:
        kill(process)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if ask(port, "GET", "/health/").status == 200:
            return
        time.sleep(0.05)
    raise AssertionError("The server does not answer.")


def kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Answer:
    """What came back: status 0 where nothing did."""

    def __init__(self, status: int = 0, headers: dict[str, str] | None = None, text: str = "") -> None:
        self.status, self.headers, self.text = status, headers or {}, text


def ask(
    port: int,
    method: str,
    path: str,
    fields: dict[str, object] | None = None,
    *,
    session: str = "",
    headers: dict[str, str] | None = None,
) -> Answer:
    """One request on a connection of its own; a form's fields are sent as its page would send them."""
    cookie = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
    sent = {"Cookie": cookie, **(headers or {})}
    body = None
    if fields is not None:
        body = urlencode({**fields, "csrfmiddlewaretoken": TOKEN}, doseq=True)
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        asked.request(method, path, body, sent)
        answer = asked.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace"))
    except (OSError, http.client.HTTPException):
        return Answer()
    finally:
        asked.close()
