#!/usr/bin/env python3
"""Try the portal, test it, or use manage.py, with nothing but Python 3.11 or newer on the machine.

    python3 dev.py run [--port N]                       the demo on http://127.0.0.1:8000/
    python3 dev.py check                                style, types, migrations, rules, translations
    python3 dev.py test [--sqlite | --postgresql] ...   those, then the whole suite; the rest goes to pytest
    python3 dev.py manage ...                           any command of manage.py

Each makes or renews .venv first where that is needed. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"  # what was made from which files, so that a second start has nothing to do
LOCALES = ROOT / "genprocure" / "locale"

WHICH_PYTHON = "import sys; print(sys.version_info[:2], sys.prefix)"
COMPILE = "import polib, sys; [polib.pofile(po).save_as_mofile(po[:-2] + 'mo') for po in sys.argv[1:]]"


def say(text: str) -> None:
    """Tell the reader, beside whatever the command itself prints."""
    print(text, file=sys.stderr, flush=True)


def install_command(package: str) -> str:
    if not shutil.which("apt-get"):
        return f"install {package} with this system's package manager"
    return f"{'sudo ' if os.geteuid() else ''}apt-get install {package}"


# The environment


def prepare(requirements: str) -> None:
    """Make .venv hold what requirements/<requirements>.txt says, and compile the translations."""
    if not venv_works():
        make_venv()
    install(requirements)
    compile_translations()


def venv_works() -> bool:
    """Whether .venv is complete, where it was made, and its Python still the same."""
    try:
        answer = ask_venv("-c", WHICH_PYTHON)
        if not (STAMPS / "python").exists():  # somebody made it by other means: it will do if it can install
            ask_venv("-m", "pip", "--version")
            stamp("python", answer)
    except (OSError, subprocess.CalledProcessError):
        return False
    return is_stamped("python", answer)


def ask_venv(*arguments: str) -> str:
    return subprocess.run([PYTHON, *arguments], capture_output=True, text=True, check=True).stdout


def make_venv() -> None:
    has_ensurepip = find_spec("ensurepip") is not None
    if find_spec("venv") is None or not (has_ensurepip or find_spec("pip")):
        raise SystemExit(
            "This Python cannot make an environment: its modules venv and ensurepip are missing.\n"
            f"To fix it: {install_command('python3-venv')}"
        )
    say("Making the environment in .venv")
    options = [] if has_ensurepip else ["--without-pip"]
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", *options, VENV], capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(f"The environment in .venv could not be made:\n{made.stdout}{made.stderr}")
    stamp("python", ask_venv("-c", WHICH_PYTHON))


def install(requirements: str) -> None:
    file = ROOT / "requirements" / f"{requirements}.txt"
    digest = digest_of([file])
    if is_stamped(requirements, digest):
        return
    packages = len(re.findall(r"^\w", file.read_text(), re.MULTILINE))
    say(f"Installing {packages} packages (up to a minute, the first time)")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes", "-r", file]
    pip = subprocess.run([*pip_command(), "install", *options], stderr=subprocess.PIPE, text=True)
    if pip.returncode:
        raise SystemExit(why_pip_failed(pip.stderr))
    stamp(requirements, digest)
    if requirements == "test":  # which holds all of the other
        stamp("run", digest_of([ROOT / "requirements" / "run.txt"]))


def pip_command() -> list[str | Path]:
    """The environment's own pip; where the system splits pip off, the system's pip on the environment."""
    if any(VENV.glob("lib/python*/site-packages/pip")):
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def why_pip_failed(error: str) -> str:
    again = f"python3 {shlex.join([os.path.relpath(__file__), *sys.argv[1:]])}"
    if "Retrying (" in error:
        return f"No package index can be reached. Connect this machine to the network, then: {again}"
    return f"{error}\nThe packages could not be installed: pip's own words stand above. When that is fixed: {again}"


def compile_translations() -> None:
    catalogues = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))
    digest = digest_of(catalogues)
    if is_stamped("translations", digest) and all(po.with_suffix(".mo").exists() for po in catalogues):
        return
    say("Compiling the translations")
    subprocess.run([PYTHON, "-c", COMPILE, *catalogues], check=True)
    stamp("translations", digest)


def digest_of(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(ROOT)} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def is_stamped(name: str, text: str) -> bool:
    path = STAMPS / name
    return path.exists() and path.read_text() == text


def stamp(name: str, text: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / name).write_text(text)


# The demo


def run(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="dev.py run", description="Serve the demo on this machine.")
    parser.add_argument("--port", type=port_number, default=8000, metavar="N")
    port = parser.parse_args(arguments).port
    require_free(port)
    os.environ |= {"GENPROCURE_DEMO": "1", "SITE_URL": f"http://127.0.0.1:{port}"}
    prepare("run")
    say("Preparing the database")
    manage_py("migrate", "--verbosity=0")
    collect_static_files()
    say("Loading the demo")
    logins = manage_py("demo", stdout=subprocess.PIPE).stdout
    serve(port, logins)


def port_number(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port: take a number from 1 to 65535")


def require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            other = 8001 if port == 8000 else 8000
            raise SystemExit(
                f"Port {port} cannot be used: {error.strerror}.\n"
                f"This takes another one: python3 {os.path.relpath(__file__)} run --port {other}"
            ) from None


def manage_py(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([PYTHON, ROOT / "manage.py", *arguments], text=True, **options)
    if done.returncode:
        raise SystemExit(f"manage.py {shlex.join(arguments)} failed: its own words stand above.")
    return done


def collect_static_files() -> None:
    files = [path for path in sorted((ROOT / "static").rglob("*")) if path.is_file()]
    digest = digest_of([*files, ROOT / "requirements" / "run.txt", ROOT / "genprocure" / "staticfiles.py"])
    if is_stamped("static", digest) and (ROOT / "staticfiles").exists():
        return
    say("Collecting style sheets and scripts")
    manage_py("collectstatic", "--no-input", "--clear", "--verbosity=0")
    stamp("static", digest)


def serve(port: int, logins: str) -> None:
    options = ["--worker-class=gthread", "--threads=8", "--no-control-socket", "--log-level=warning"]
    command = [PYTHON, "-m", "gunicorn", "genprocure.wsgi", f"--bind=127.0.0.1:{port}", *options]
    with child(command, cwd=ROOT) as server:
        while server.poll() is None and not answers(port):
            time.sleep(0.1)
        if server.poll() is None:
            say(f"\n{logins.strip()}\n\nThe portal runs at http://127.0.0.1:{port}/ until you press Ctrl-C.")
        raise SystemExit(server.wait())


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/health/")
        return bool(connection.getresponse().status)
    return False


@contextmanager
def child(command: list[str | Path], **options) -> Iterator[subprocess.Popen[bytes]]:
    """A process that never outlives us."""
    process = subprocess.Popen(command, **options)
    try:
        yield process
    except KeyboardInterrupt:  # the terminal told the child too, which may have something left to say
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        raise
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait()


@contextmanager
def tidy_ending() -> Iterator[None]:
    """Ctrl-C and kill both unwind the program, so that it leaves nothing behind."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(128 + signal.SIGINT) from None


# The tests and manage.py


def check(arguments: list[str]) -> None:
    run_tool("tests.checks", arguments)


def test(arguments: list[str]) -> None:
    run_tool("tests.suite", arguments)


def run_tool(module: str, arguments: list[str]) -> None:
    prepare("test")
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), "-m", module, *arguments])


def manage(arguments: list[str]) -> None:
    os.environ.setdefault("GENPROCURE_DEMO", "1")
    prepare("run")
    os.execv(PYTHON, [str(PYTHON), str(ROOT / "manage.py"), *arguments])


def main(arguments: list[str]) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older one may well read this file
        raise SystemExit(f"This needs Python 3.11 or newer; this one is {sys.version.split()[0]}.")
    if os.name != "posix":
        raise SystemExit("This runs on Linux and macOS; on Windows run it inside WSL.")
    commands = {"run": run, "check": check, "test": test, "manage": manage}
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return
    if not arguments or arguments[0] not in commands:
        raise SystemExit(__doc__)
    with tidy_ending():
        commands[arguments[0]](arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
