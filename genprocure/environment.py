"""What the environment says, read in one place."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def is_on(name: str) -> bool:
    return os.environ.get(name, "") == "1"


def comma_separated(name: str) -> list[str]:
    """The comma-separated words of a variable; none if it is not set."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def secret_key(*, is_demo: bool, folder: Path) -> str:
    """The key from SECRET_KEY; the demo makes one of its own and keeps it beside its database."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    if not is_demo:
        raise ImproperlyConfigured("Set SECRET_KEY to a long random text, or GENPROCURE_DEMO=1 to try the demo.")
    return _demo_key(folder / ".demo-key")


def allowed_hosts(*, is_demo: bool) -> list[str]:
    if hosts := comma_separated("ALLOWED_HOSTS"):
        return hosts
    if not is_demo:
        raise ImproperlyConfigured("Set ALLOWED_HOSTS to the host names that the portal answers to, parted by commas.")
    return ["127.0.0.1", "localhost", "[::1]"]


def site_url(*, is_demo: bool, hosts: list[str]) -> str:
    """Where the links in mails lead: SITE_URL, or else the first of the allowed hosts."""
    if url := os.environ.get("SITE_URL"):
        return url.rstrip("/")
    return "http://127.0.0.1:8000" if is_demo else f"https://{hosts[0].lstrip('.')}"


def postgresql_timeouts() -> dict[str, str | int]:
    """How long a process waits for PostgreSQL, as options of its connections."""
    options: dict[str, str | int] = {"connect_timeout": 3, "tcp_user_timeout": 10_000, "keepalives_idle": 10}
    if seconds := int(os.environ.get("STATEMENT_TIMEOUT", "0")):
        limits = {"statement_timeout": seconds, "lock_timeout": seconds, "idle_in_transaction_session_timeout": 60}
        options["options"] = " ".join(f"-c {name}={limit}s" for name, limit in limits.items())
    return options


def media_folder(database: Mapping[str, Any], folder: Path) -> str:
    """Beside the SQLite file; with another database, in the project's folder."""
    is_file = database["ENGINE"] == "django.db.backends.sqlite3"
    return str((Path(database["NAME"]).resolve().parent if is_file else folder) / "media")


def _demo_key(path: Path) -> str:
    try:
        with path.open("x") as file:
            path.chmod(0o600)
            file.write(get_random_secret_key())
    except FileExistsError:
        pass
    return path.read_text()
