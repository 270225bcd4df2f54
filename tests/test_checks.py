import pytest

from tests import checks
from tests.checks import Check

FINE = Check("a fine one", ("compileall", "-q", "dev.py"), "nothing")
BAD = Check("a bad one", ("json.tool", "pyproject.toml"), "write what it reads")


def test_failures_are_the_checks_that_fail_with_their_own_words(capfd):
    assert checks.failures([FINE, BAD]) == [BAD]

    said = capfd.readouterr().err
    assert "Checking: a fine one, a bad one\n" in said
    assert "json.tool pyproject.toml\n" in said
    assert "Expecting value" in said


def test_the_suite_starts_where_every_check_passes():
    assert checks.require([FINE]) is None


def test_the_suite_is_not_started_where_a_check_fails():
    with pytest.raises(SystemExit) as stop:
        checks.require([BAD])

    assert stop.value.code == ("Failed: a bad one. What to do: write what it reads.\nThe suite was not started.")


def test_closing_lines_name_tests_that_fail():
    assert checks.closing_lines([BAD], 1) == [
        "Failed: a bad one. What to do: write what it reads.",
        "Failed: tests, named above.",
    ]


def test_closing_lines_say_where_all_is_in_order():
    assert checks.closing_lines([], 0) == [
        "Everything that was checked is in order. The whole suite: python3 dev.py test"
    ]
