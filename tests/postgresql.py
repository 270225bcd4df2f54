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


@contextmanager
def temporary_postgresql(binaries: Path, *, settings: str = FAST) -> Iterator[str]:
    """The address of a server of our own: in a folder of /tmp, on a Unix socket there, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="genprocure-postgresql-", dir="/tmp"))  # a short path: a socket's has a limit
    owner = postgresql_owner()
    if owner:
        os.chown(folder, owner["user"], owner["group"])

    def call(program: str, *arguments: str) -> None:
        command = [binaries / program, f"--pgdata={folder}/data", *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, **owner)
        if done.returncode:
            raise SystemExit(f"{shlex.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")

    try:
        locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        call("initdb", "--username=genprocure", "--auth=trust", "--encoding=UTF8", f"--locale={locale}", "--no-sync")
        options = f"{settings} -c listen_addresses='' -c unix_socket_directories='{folder}'"
        call("pg_ctl", "start", "--wait", f"--log={folder}/log", f"--options={options}")
        yield f"postgresql://genprocure@{quote(str(folder), safe='')}/genprocure"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            call("pg_ctl", "stop", "--wait", "--mode=immediate")
        shutil.rmtree(folder)


def postgresql_owner() -> dict[str, int | list[int]]:
    """Whom the server runs as: PostgreSQL refuses to be root."""
    if os.geteuid():
        return {}
    names = [user.pw_name for user in pwd.getpwall()]
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
