"""Kinds of records are listed in one place only: a kind that is added there is found everywhere."""

from __future__ import annotations

import os
import subprocess
import sys

from django.db import connection

from dev import ROOT


def test_a_new_kind_of_record_is_found_everywhere(tmp_path):
    url = connection.settings_dict
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ds", "tests.toy_kind.settings"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    if url["ENGINE"].endswith("sqlite3"):
        environment["DATABASE_URL"] = f"sqlite:///{tmp_path}/toy.sqlite3"

    done = subprocess.run(
        [*command, "tests/toy_kind/checks.py"], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr
