"""The database that the pages are measured on, and who looks at them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import django
import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from dev import say
from tests.postgresql import IN_EARNEST, find_postgresql, temporary_postgresql
from tests.programs import PROGRAMS

LARGE, SMALL = "example-1", "example-2"  # the cities that `populate` makes
DEMO = "umea"
ROWS = 1000


@contextmanager
def database() -> Iterator[str]:
    """PostgreSQL as it is installed, not as the tests speed it up: a posted comment is on the disk."""
    binaries = find_postgresql()
    if binaries is None:
        raise SystemExit(f"Left out: {PROGRAMS['postgresql'].left_out}")
    with temporary_postgresql(binaries, settings=IN_EARNEST) as url:
        with psycopg.connect(url, dbname="postgres", autocommit=True) as server:
            server.execute("CREATE DATABASE genprocure")
        yield url


@contextmanager
def portal() -> Iterator[None]:
    """Set up the portal as on a server: migrated, filled, its static files collected."""
    with database() as url, TemporaryDirectory(prefix="genprocure-") as folder:
        os.environ |= {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "benchmarks.portal_settings",
            "BENCHMARK_STATIC": str(Path(folder, "static")),
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
            "GENPROCURE_DEMO": "0",
            "DEBUG": "0",
        }
        django.setup()
        fill()
        yield


def fill() -> None:
    say("Preparing the database")
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    with open(os.devnull, "w") as nowhere:
        call_command("demo", stdout=nowhere)
        call_command("populate", cities=1, barriers=ROWS, comments=ROWS, stdout=nowhere)
        call_command("populate", cities=1, barriers=1, comments=20, stdout=nowhere)
    apps.get_model("ulg", "User").objects.update(language="sv")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def first(kind: str, city: str) -> int:
    """The number in the address of the city's first record of this kind."""
    return apps.get_model("actionplan", kind).objects.filter(plan__city__slug=city).order_by("pk").first().pk


def change() -> None:
    """Something has been saved in the large city: what was drawn of it is drawn anew."""
    apps.get_model("ulg", "CityRevision").objects.filter(city__slug=LARGE).update(plan=secrets.token_urlsafe(12))


def logged_in(role: str, city: str, *, backend: str | None = None) -> Client:
    seats = apps.get_model("ulg", "Membership").objects.filter(city__slug=city, role=role)
    client = Client(raise_request_exception=False)
    client.force_login(seats.order_by("pk").first().user, backend)
    return client


def session(role: str, city: str, *, backend: str | None = None) -> str:
    """The cookie of somebody who has logged in."""
    client = logged_in(role, city, backend=backend)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
