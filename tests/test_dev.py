import os
import re
import socket
import subprocess
import sys
import tomllib

import polib
import pytest

import dev


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder with one translation and an environment that is this one."""
    catalogue = tmp_path / "genprocure" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    translate(catalogue, "kommun")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("django==5.2\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMPS", tmp_path / ".venv" / "stamps")
    monkeypatch.setattr(dev, "LOCALES", tmp_path / "genprocure" / "locale")
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    return tmp_path


def translate(catalogue, text):
    catalogue.write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\nmsgid "city"\nmsgstr "{text}"\n'
    )


def compiled(catalogue):
    return {entry.msgid: entry.msgstr for entry in polib.mofile(catalogue.with_suffix(".mo"))}


# The environment


def test_a_missing_environment_does_not_work(project, monkeypatch):
    monkeypatch.setattr(dev, "PYTHON", project / ".venv" / "bin" / "python")

    assert not dev.venv_works()


def test_an_environment_made_by_other_means_is_taken_over(project):
    assert dev.venv_works()
    assert dev.is_stamped("python", dev.ask_venv("-c", dev.WHICH_PYTHON))


def test_an_environment_of_another_python_or_place_does_not_work(project):
    dev.stamp("python", "(3, 10) /somewhere/else/.venv\n")

    assert not dev.venv_works()


@pytest.mark.parametrize("missing", [{"venv"}, {"ensurepip", "pip"}])
def test_a_python_that_cannot_make_environments_is_told_how_to_fix_it(project, monkeypatch, missing):
    monkeypatch.setattr(dev, "find_spec", lambda name: None if name in missing else name)
    monkeypatch.setattr(dev, "install_command", lambda package: f"sudo apt-get install {package}")

    with pytest.raises(SystemExit) as stop:
        dev.make_venv()

    assert stop.value.code == (
        "This Python cannot make an environment: its modules venv and ensurepip are missing.\n"
        "To fix it: sudo apt-get install python3-venv"
    )


def test_pip_of_the_system_installs_where_the_environment_has_none(project):
    assert dev.pip_command() == [sys.executable, "-m", "pip", "--python", dev.PYTHON]


def test_packages_are_installed_once(project, monkeypatch):
    calls = []
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: calls.append(command) or finished(0))

    dev.install("run")
    dev.install("run")

    assert len(calls) == 1


def test_packages_are_installed_again_when_the_requirements_change(project, monkeypatch):
    calls = []
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: calls.append(command) or finished(0))

    dev.install("run")
    (project / "requirements" / "run.txt").write_text("django==5.3\n")
    dev.install("run")

    assert len(calls) == 2


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            "WARNING: Retrying (Retry(total=4))\nERROR: No matching distribution found",
            "No package index can be reached. Connect this machine to the network, then: python3 dev.py run",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES",
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n"
            "The packages could not be installed: pip's own words stand above. When that is fixed: python3 dev.py run",
        ),
    ],
)
def test_a_failed_installation_says_why_and_is_tried_again(project, monkeypatch, error, message):
    monkeypatch.chdir(os.path.dirname(dev.__file__))
    monkeypatch.setattr(sys, "argv", ["dev.py", "run"])
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: finished(1, error))

    with pytest.raises(SystemExit) as stop:
        dev.install("run")

    assert stop.value.code == message
    assert not (dev.STAMPS / "run").exists()


def finished(code, error=""):
    return subprocess.CompletedProcess([], code, stderr=error)


# Translations


def test_translations_are_compiled(project):
    dev.compile_translations()

    assert compiled(project / "genprocure/locale/sv/LC_MESSAGES/django.po") == {"city": "kommun"}


def test_changed_translations_are_compiled_again(project):
    catalogue = project / "genprocure/locale/sv/LC_MESSAGES/django.po"
    dev.compile_translations()
    translate(catalogue, "stad")

    dev.compile_translations()

    assert compiled(catalogue) == {"city": "stad"}


def test_lost_compiled_translations_come_back(project):
    catalogue = project / "genprocure/locale/sv/LC_MESSAGES/django.po"
    dev.compile_translations()
    catalogue.with_suffix(".mo").unlink()

    dev.compile_translations()

    assert compiled(catalogue) == {"city": "kommun"}


def test_unchanged_translations_are_left_alone(project):
    dev.compile_translations()
    binary = project / "genprocure/locale/sv/LC_MESSAGES/django.mo"
    binary.write_bytes(b"untouched")

    dev.compile_translations()

    assert binary.read_bytes() == b"untouched"


# The commands


def test_a_taken_port_is_named_with_the_command_for_another(monkeypatch):
    monkeypatch.chdir(dev.ROOT)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        with pytest.raises(SystemExit) as stop:
            dev.run(["--port", str(port)])

    assert stop.value.code == (
        f"Port {port} cannot be used: Address already in use.\nThis takes another one: python3 dev.py run --port 8000"
    )


@pytest.mark.parametrize("demo", ["0", "1"])
def test_manage_leaves_a_choice_about_the_demo_alone(monkeypatch, demo):
    monkeypatch.setenv("GENPROCURE_DEMO", demo)

    assert manage_environment(monkeypatch)["GENPROCURE_DEMO"] == demo


def test_manage_is_the_demo_where_nobody_chose(monkeypatch):
    monkeypatch.setenv("GENPROCURE_DEMO", "")
    monkeypatch.delenv("GENPROCURE_DEMO")

    assert manage_environment(monkeypatch)["GENPROCURE_DEMO"] == "1"


def manage_environment(monkeypatch):
    seen = []
    monkeypatch.setattr(dev, "prepare", seen.append)
    monkeypatch.setattr(dev.os, "execv", lambda *command: seen.append(command))
    dev.main(["manage", "export_plan", "--output", "plan.pdf"])
    command = [str(dev.PYTHON), str(dev.ROOT / "manage.py"), "export_plan", "--output", "plan.pdf"]
    assert seen == ["run", (dev.PYTHON, command)]
    return dict(os.environ)


@pytest.mark.parametrize(("command", "module"), [("check", "tests.checks"), ("test", "tests.suite")])
def test_check_and_test_run_with_the_tools_of_the_tests(monkeypatch, command, module):
    seen = []
    monkeypatch.setattr(dev, "prepare", seen.append)
    monkeypatch.setattr(dev.os, "execv", lambda *command: seen.append(command))

    dev.main([command, "--help"])

    assert seen == ["test", (dev.PYTHON, [str(dev.PYTHON), "-m", module, "--help"])]


@pytest.mark.parametrize("port", ["0", "65536", "many"])
def test_what_is_no_port_is_refused(capsys, port):
    with pytest.raises(SystemExit):
        dev.run(["--port", port])

    assert capsys.readouterr().err.splitlines()[-1] == (
        f"dev.py run: error: argument --port: {port} is no port: take a number from 1 to 65535"
    )


@pytest.mark.parametrize("arguments", [[], ["serve"]])
def test_anything_else_shows_the_commands(arguments):
    with pytest.raises(SystemExit) as stop:
        dev.main(arguments)

    assert stop.value.code == dev.__doc__


def test_a_child_does_not_outlive_us():
    with pytest.raises(SystemExit), dev.child(["sleep", "60"]) as process:
        raise SystemExit

    assert process.returncode == -15


# The pinned packages

PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text())
DIRECT = {"run": PROJECT["project"]["dependencies"], "test": PROJECT["dependency-groups"]["dev"]}


def pins(name):
    """The blocks of a requirements file by package: the pin and, below it, the hashes."""
    text = (dev.ROOT / "requirements" / f"{name}.txt").read_text()
    return {re.match(r"[\w.-]+", block)[0]: block for block in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if block}


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_direct_dependency_is_pinned(name):
    direct = {re.match(r"[\w.-]+", dependency)[0] for dependency in DIRECT[name]}

    assert direct - set(pins(name)) == set()


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_pin_is_exact_and_has_hashes(name):
    exact = re.compile(r"[\w.-]+==\S+ (;.* )?\\\n +--hash=sha256:[0-9a-f]{64}")

    assert [package for package, block in pins(name).items() if not exact.match(block)] == []


@pytest.mark.parametrize("name", ["run", "test"])
def test_no_address_of_a_package_index_is_written_down(name):
    text = (dev.ROOT / "requirements" / f"{name}.txt").read_text()

    assert re.findall(r"http|index|find-links", text) == []


def test_the_tests_run_with_the_versions_that_the_portal_runs_with():
    def versions(name):
        return {package: block.split()[0] for package, block in pins(name).items()}

    assert versions("test") | versions("run") == versions("test")
