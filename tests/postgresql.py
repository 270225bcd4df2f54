"""A PostgreSQL server that lives as long as the tests. Standard library only."""

import os
import pwd
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
IN_EARNEST = "-c max_connections=200"


def find_postgresql() -> Path | None:
    """The folder of the server's programs; Debian keeps them out of PATH, one folder a version."""
    if program := shutil.which("initdb"):
        return Path(program).resolve().parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in found), key=lambda folder: float(folder.parent.name), default=None)


@dataclass(frozen=True)
class Cluster:
    """A server of our own: in a folder of /tmp, on a Unix socket there."""

    binaries: Path
    folder: Path
    settings: str

    @property
    def url(self) -> str:
        return f"postgresql://genprocure@{quote(str(self.folder), safe='')}/genprocure"

    def start(self) -> None:
        options = f"{self.settings} -c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        self.call("pg_ctl", "start", "--wait", f"--log={self.folder}/log", f"--options={options}")

    def stop(self, mode: str = "immediate") -> None:
        """As after a power cut, or "fast": every connection is ended and what was begun is undone."""
        self.call("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def call(self, program: str, *arguments: str) -> None:
        command = [self.binaries / program, f"--pgdata={self.folder}/data", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, **postgresql_owner())
        if done.returncode:
            raise SystemExit(f"{shlex.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def temporary_postgresql(binaries: Path, *, settings: str = FAST) -> Iterator[str]:
    """The address of a server that is gone afterwards."""
    with temporary_cluster(binaries, settings=settings) as cluster:
        yield cluster.url


@contextmanager
def temporary_cluster(binaries: Path, *, settings: str) -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="genprocure-postgresql-", dir="/tmp"))  # a short path: a socket's has a limit
    if owner := postgresql_owner():
        os.chown(folder, owner["user"], owner["group"])
    cluster = Cluster(binaries, folder, settings)
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    try:
        kind = ["--username=genprocure", "--auth=trust", "--encoding=UTF8", f"--locale={locale}", "--no-sync"]
        cluster.call("initdb", *kind)
        cluster.start()
        yield cluster
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            cluster.stop()
        shutil.rmtree(folder)


def postgresql_owner() -> dict[str, int | list[int]]:
    """Whom the server runs as: PostgreSQL refuses to be root."""
    if os.geteuid():
        return {}
    names = [user.pw_name for user in pwd.getpwall()]
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
