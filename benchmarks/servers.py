"""Gunicorn as on a server, with one worker, on a free port of loopback."""

from __future__ import annotations

import math
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dev import ROOT, answers, child

OPTIONS = ["--worker-class=gthread", "--workers=1", "--threads=8", "--no-control-socket", "--log-level=warning"]
OPTIONS += ["--keep-alive=60"]  # a connection waits for its turn
PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    @property
    def worker_mib(self) -> float:
        """The memory that its worker holds, where Linux tells."""
        if not Path("/proc").exists():
            return math.nan
        [worker] = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        status = dict(line.split(":", 1) for line in Path(f"/proc/{worker}/status").read_text().splitlines())
        return int(status["VmRSS"].split()[0]) / 1024


@contextmanager
def served(settings: str) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "genprocure.wsgi", f"--bind=127.0.0.1:{port}", *OPTIONS]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings}
    with child(command, cwd=ROOT, env=environment) as process:
        started = time.monotonic()
        while not answers(port):
            if process.poll() is not None or time.monotonic() - started > PATIENCE:
                raise SystemExit(f"The server with {settings} did not start: its own words stand above.")
            time.sleep(0.05)
        yield Server(port, process.pid)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
