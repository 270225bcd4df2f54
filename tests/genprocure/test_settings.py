"""What the environment decides, each tried in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
IN_EARNEST = {
    "SECRET_KEY": "a-long-random-text-of-more-than-fifty-characters-for-this-test-only",
    "ALLOWED_HOSTS": "plan.example.org,.example.com",
    "DATABASE_URL": "sqlite:///never-opened.sqlite3",
    "GENPROCURE_HTTPS": "1",
    "HSTS_SECONDS": "31536000",
    "BEHIND_PROXY": "1",
}


def run(*command, **environment):
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=clean | environment, capture_output=True, text=True, timeout=60
    )


def settings(*names, **environment):
    script = (
        f"import json; from genprocure import settings; print(json.dumps({{n: getattr(settings, n) for n in {names}}}))"
    )
    return json.loads(run("-c", script, **environment).stdout)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_the_portal_does_not_start_without_its_secret_and_its_hosts(missing):
    without = {name: value for name, value in IN_EARNEST.items() if name != missing}

    process = run("manage.py", "check", **without)

    assert (process.returncode, f"Set {missing} to" in process.stderr) == (1, True)


def test_migrations_are_complete_and_checked_without_a_secret(tmp_path):
    process = run("manage.py", "makemigrations", "--check", "--dry-run", DATABASE_URL=f"sqlite:///{tmp_path}/empty")

    assert (process.returncode, process.stdout) == (0, "No changes detected\n")


def test_django_s_deployment_check_finds_nothing():
    process = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **IN_EARNEST)

    assert (process.returncode, process.stdout) == (0, "System check identified no issues (2 silenced).\n")


def test_in_earnest_cookies_are_secure_and_links_lead_to_the_first_host():
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "DEBUG"]

    found = settings(*names, "IS_DEMO", "SITE_URL", "ALLAUTH_TRUSTED_PROXY_COUNT", **IN_EARNEST)

    assert found == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "DEBUG": False,
        "IS_DEMO": False,
        "SITE_URL": "https://plan.example.org",
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
    }


def test_the_demo_needs_no_environment_but_its_switch(tmp_path):
    script = (
        "from pathlib import Path; from genprocure import environment as e;"
        f"print(e.secret_key(is_demo=True, folder=Path({str(tmp_path)!r})) =="
        f" e.secret_key(is_demo=True, folder=Path({str(tmp_path)!r})), e.allowed_hosts(is_demo=True))"
    )

    process = run("-c", script, GENPROCURE_DEMO="1")

    assert process.stdout == "True ['127.0.0.1', 'localhost', '[::1]']\n"


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"DATABASE_URL": "sqlite:////srv/data/genprocure.sqlite3"}, "/srv/data/media"),
        ({"DATABASE_URL": "postgresql://nobody@localhost/none"}, f"{ROOT}/media"),
        ({"MEDIA_ROOT": "/srv/media"}, "/srv/media"),
    ],
)
def test_files_are_stored_beside_the_database_or_where_the_environment_says(environment, folder):
    assert settings("MEDIA_ROOT", **IN_EARNEST | environment) == {"MEDIA_ROOT": folder}


def test_the_links_of_mails_lead_where_the_environment_says():
    assert settings("SITE_URL", **IN_EARNEST, SITE_URL="https://other.example.org/") == {
        "SITE_URL": "https://other.example.org"
    }
