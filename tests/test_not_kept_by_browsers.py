"""No browser keeps a page of a city that only its members see; the list of pages comes from the URL configuration."""

from __future__ import annotations

import pytest

from tests import page_roles
from tests.addresses import Address
from tests.test_access import FORBIDDEN, METHODS, World, city_pages, world  # noqa: F401
from tests.visits import visits
from ulg.roles import Role

pytestmark = pytest.mark.django_db
FILES = ("-export", "-file")  # asked for again each time, since they have a fingerprint


@city_pages
def test_page_of_a_city_is_not_kept(world: World, address: Address):  # noqa: F811
    for visit in visits(world.place, address):
        url = world.place.url(address.name, **visit.parts)
        for role in (Role.OBSERVER, Role.COORDINATOR):
            for method in METHODS:
                response = world.ask(role, method, url, visit.sent if method == "post" else None)

                if response.status_code in (403, 404, 405):
                    continue
                kept = response.get("Cache-Control", "")
                wanted = "no-cache" if address.name.endswith(FILES) and response.status_code == 200 else "no-store"
                assert (url, method, wanted in kept) == (url, method, True)


def test_files_are_among_the_pages():
    names = {name for names in page_roles.LOWEST_ROLE.values() for name in names} | page_roles.OPEN_TO_ALL

    assert all(any(name.endswith(end) for name in names) for end in FILES)
