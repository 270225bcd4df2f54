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
from actionplan.exports.html import render_html
from actionplan.exports.json import render_json
from actionplan.exports.pdf.compiler import render_pdf
from tests.actionplan.exports import documents

plan, names = documents.plan(actions=6), documents.names()
files = [render(plan, names, "en") for render in (render_pdf, render_html)] + [render_json(plan, names)]
print(json.dumps([hashlib.sha256(file).hexdigest() for file in files]))
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
