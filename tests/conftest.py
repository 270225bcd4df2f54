"""What the whole suite shares: how the browser starts, and which tests this machine cannot run."""

import os
from collections.abc import Iterator

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings

from tests import frozen
from tests.programs import PROGRAMS, find_chromium
from ulg.caching import revisions

# Playwright's event loop runs in the thread of the tests, where Django would refuse to touch the database
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# What pytest-socket does for Python, in the browser: only this machine is found
ONLY_HERE = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"

# A busy machine is no reason to fail
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--second-database", action="store_true", help="leave out what is the same on every database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "playwright" in item.fixturenames or item.nodeid.startswith("tests/browser/"):
            item.add_marker("browser")
    if config.getoption("second_database"):
        chosen = [item for item in items if _asks_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen
    for name, program in PROGRAMS.items():
        if not program.find():
            for item in items:
                if item.get_closest_marker(name):
                    item.add_marker(pytest.mark.skip(reason=f"Left out: {program.left_out}"))


def _asks_the_database(item: pytest.Item) -> bool:
    """Whether a test may find something else on another database; journeys start servers, which ask it for them."""
    fixtures = {"db", "transactional_db", "live_server"} & {*item.fixturenames}
    asks = fixtures or item.get_closest_marker("django_db") or item.nodeid.startswith("tests/journeys/")
    return bool(asks) and not item.get_closest_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, also where pytest runs without dev.py."""
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason)


@pytest.fixture(scope="session", autouse=True)
def versions_can_be_flushed() -> Iterator[None]:
    """Tests with real transactions end by emptying every table, which the frozen versions would refuse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", frozen.flush_with_triggers_lifted)
        yield


@pytest.fixture(autouse=True)
def revisions_are_renewed_at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test's transaction is never committed, what it changed must show on its pages all the same."""
    marker = request.node.get_closest_marker("django_db")
    commits = (marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & {
        *request.fixturenames
    }
    if not commits:
        monkeypatch.setattr(revisions, "on_commit", lambda renew, robust: renew())


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The system's Chromium, which asks nobody outside for anything."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    arguments = [*quiet, *sandbox, "--disable-gpu", "--disable-quic", f"--host-resolver-rules={ONLY_HERE}"]
    return browser_type_launch_args | {"executable_path": find_chromium(), "args": arguments}
