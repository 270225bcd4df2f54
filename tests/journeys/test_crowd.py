"""Many people at once through three web processes: nobody gets a server error, and no number is lost or given twice.

`benchmarks/load.py` runs the same for as long as one likes, and counts.
"""

from __future__ import annotations

import pytest
from django.db import connection

from tests import crowd, places
from tests.servers import gunicorn

PEOPLE, TURNS = 8, 12


@pytest.mark.django_db(transaction=True)
def test_crowd_at_work_gets_no_server_error(tmp_path):
    place = places.build("here")
    before = crowd.deadlocks() if connection.vendor == "postgresql" else 0  # other tests make some on purpose

    with gunicorn(tmp_path, workers=3 if connection.vendor == "postgresql" else 1) as (port, _process):
        outcome = crowd.at_work(crowd.people(place, port, PEOPLE), [*crowd.REQUESTS, crowd.publish], turns=TURNS)

    assert outcome.failures == []
    assert outcome.asked == PEOPLE * TURNS
    assert crowd.numbers_have_no_gap(place)
    if connection.vendor == "postgresql":
        assert crowd.deadlocks() == before
