"""Fills the database of DATABASE_URL with a city, and prints who may log in there and where: for a server's tests."""

from __future__ import annotations

import json
import sys

import django
from django.core.management import call_command

django.setup()

from django.test import Client  # noqa: E402 - the portal's models are there only after the set-up

from tests import places  # noqa: E402
from ulg.roles import Role  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    place = places.build("here")
    client = Client()
    client.force_login(place.seats[Role.COORDINATOR].user)
    barrier = place.records["barrier"].pk
    told = {
        "session": client.cookies["sessionid"].value,
        "comment": place.url("actionplan:comment-add", kind="barrier", record_id=barrier),
        "section": place.url("actionplan:section-edit", key=places.SECTION),
        "publish": place.url("actionplan:publish"),
        "keep": place.url("ulg:unsent-keep"),
        "page": place.url("actionplan:barrier", barrier_id=barrier),
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
