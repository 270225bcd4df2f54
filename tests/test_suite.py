import os
import subprocess
import sys
from argparse import Namespace
from contextlib import suppress

import psycopg
import pytest

from dev import ROOT
from tests import postgresql, programs, suite
from tests.suite import Run

BOTH = Namespace(sqlite=False, postgresql=False)


@pytest.mark.parametrize(
    ("codes", "code"),
    [((0, 0), 0), ((1, 0), 1), ((0, 2), 2), ((0, 5), 0), ((5, 0), 0), ((5, 5), 5), ((5, 1), 1), ((0,), 0), ((), 5)],
)
def test_exit_code_is_that_of_the_first_failure(codes, code):
    assert suite.exit_code([Run("SQLite", code, "") for code in codes]) == code


def test_closing_lines_say_what_ran_once():
    runs = [Run("SQLite", 0, "9 passed in 2s"), Run("PostgreSQL", 0, "8 passed in 3s")]

    assert suite.closing_lines(runs, BOTH, []) == [
        "SQLite: 9 passed in 2s",
        "PostgreSQL: 8 passed in 3s",
        suite.ONCE,
    ]


def test_closing_lines_name_what_is_missing_and_how_to_fix_it(monkeypatch):
    monkeypatch.setattr(programs, "install_command", lambda package: f"apt-get install {package}")
    missing = [programs.PROGRAMS["postgresql"]]

    assert suite.closing_lines([Run("SQLite", 0, "9 passed in 2s")], BOTH, missing) == [
        "SQLite: 9 passed in 2s",
        "Left out: every test on PostgreSQL, because PostgreSQL is not installed. "
        "To fix it: apt-get install postgresql",
    ]


def test_closing_lines_name_the_database_that_nobody_asked_for():
    chosen = Namespace(sqlite=True, postgresql=False)

    assert suite.closing_lines([Run("SQLite", 0, "9 passed in 2s")], chosen, []) == [
        "SQLite: 9 passed in 2s",
        "Left out: PostgreSQL, as you asked.",
    ]


def test_a_run_passes_pytest_on_and_keeps_its_last_line(capfdbinary):
    run = suite.run_pytest("SQLite", "sqlite://", ["--version"])

    assert run == Run("SQLite", 0, f"pytest {pytest.__version__}")
    assert capfdbinary.readouterr().out.decode() == f"pytest {pytest.__version__}\n"


def test_a_test_whose_program_is_missing_is_left_out_by_name(tmp_path):
    (tmp_path / "conftest.py").write_text("from tests.conftest import *")
    (tmp_path / "test_pages.py").write_text("import pytest\n\n@pytest.mark.poppler\ndef test_pages(): pass\n")
    command = [sys.executable, "-m", "pytest", "-q", "-c", ROOT / "pyproject.toml", tmp_path]

    done = subprocess.run(command, cwd=ROOT, env={"PATH": ""}, capture_output=True, text=True)

    *_, named, summary = done.stdout.splitlines()
    assert named == (
        "Skipped: Left out: the tests that look at PDF pages, because poppler is not installed. "
        "To fix it: install poppler-utils with this system's package manager"
    )
    assert summary.startswith("1 skipped in")


@pytest.mark.postgresql
def test_the_temporary_server_answers_and_leaves_nothing_behind():
    with (
        suppress(ZeroDivisionError),
        postgresql.temporary_postgresql(postgresql.find_postgresql()) as url,
        psycopg.connect(url, dbname="postgres") as connection,
    ):
        folder = connection.info.host
        answer = connection.execute("SELECT upper('å')").fetchone()
        raise ZeroDivisionError  # a failing test is no reason to leave it running

    assert answer == ("Å",)
    assert not os.path.exists(folder)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_second_database_is_asked_only_by_tests_that_ask_one(tmp_path):
    (tmp_path / "conftest.py").write_text("from tests.conftest import *")
    tests = "def test_pure(): pass\n@pytest.mark.django_db\ndef test_marked(): pass\ndef test_given(db): pass\n"
    (tmp_path / "test_all.py").write_text(f"import pytest\n{tests}def test_seen(playwright): pass\n")
    command = [sys.executable, "-m", "pytest", "-q", "-c", ROOT / "pyproject.toml", "--second-database", tmp_path]

    done = subprocess.run([*command, "--collect-only"], cwd=ROOT, capture_output=True, text=True)

    assert [line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line] == [
        "test_marked",
        "test_given",
    ]


@pytest.mark.parametrize(("arguments", "asked"), [([], 1), (["--sqlite"], 1), (["--sqlite", "-k", "barrier"], 0)])
def test_the_whole_suite_is_preceded_by_the_checks(monkeypatch, arguments, asked):
    calls = []
    monkeypatch.setattr(suite.checks, "require", lambda: calls.append(1))
    monkeypatch.setattr(suite, "run_pytest", lambda database, *_: Run(database, 0, ""))
    monkeypatch.setattr(suite, "find_postgresql", lambda: None)

    with pytest.raises(SystemExit):
        suite.main(arguments)

    assert len(calls) == asked


@pytest.mark.parametrize(
    ("arguments", "left_out", "runs"),
    [
        ([], [], [["-m", "browser"], ["-m", "not browser", *suite.COVERAGE]]),
        ([], ["a program"], [[]]),
        (["-k", "barrier"], [], [["-k", "barrier"]]),
    ],
)
def test_coverage_is_measured_where_the_whole_suite_runs(monkeypatch, arguments, left_out, runs):
    given = []
    monkeypatch.setattr(suite.checks, "require", lambda: None)
    monkeypatch.setattr(suite, "run_pytest", lambda database, url, rest: given.append(rest) or Run(database, 0, ""))
    monkeypatch.setattr(suite, "find_postgresql", lambda: None)
    monkeypatch.setattr(suite, "missing", lambda: left_out)
    monkeypatch.setattr(suite, "closing_lines", lambda *_: [])

    with pytest.raises(SystemExit):
        suite.main(arguments)

    assert given == runs
