"""A version has one PDF, one HTML file and one JSON file, whichever process makes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

SEEDS = ("0", "1", "2024", "random")
RENDER = """
import hashlib, json
import django
django.setup()
from tests.actionplan.exports import documents, files

plan, names = documents.plan(actions=6), documents.names()
made = [files.pdf(plan, names, "en"), files.html(plan, names, "en"), files.json(plan, names)]
print(json.dumps([hashlib.sha256(file).hexdigest() for file in made]))
"""


def test_processes_that_order_their_sets_differently_make_the_same_files():
    made = [files_of(seed) for seed in SEEDS]

    assert made == [made[0]] * len(SEEDS)
    assert len(set(made[0])) == 3


def files_of(seed: str) -> list[str]:
    """The fingerprints of what a process with this order of sets makes."""
    command = [sys.executable, "-c", RENDER]
    done = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True)
    return json.loads(done.stdout)
