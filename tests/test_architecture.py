"""The house's rules: which way imports run, how long a file may be, what a module may not be called."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).parent.parent
APPS = ("genprocure", "actionplan", "ulg")
SOURCES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)

MAY_NOT_IMPORT = {
    "ulg": ("actionplan", "genprocure"),
    "actionplan": ("genprocure",),
}
LAYERS = {
    "models": ("forms", "views", "services"),
    "services": ("forms", "views"),
    "forms": ("views", "services"),
    "reference": ("models", "forms", "views", "services"),
}
PURE = ("ulg.merge", "actionplan.richtext", "actionplan.charts", "actionplan.canonical", "actionplan.exports")
PURE_MAY_IMPORT = (*PURE, "ulg.reference", "actionplan.reference", "ulg.roles")


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that the file imports, also under TYPE_CHECKING."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def inside(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("app", MAY_NOT_IMPORT)
def test_apps_import_one_way(app):
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in SOURCES
        if inside(name_of(path), (app,))
        for module in imports(path)
        if inside(module, MAY_NOT_IMPORT[app])
    ]

    assert wrong == []


@pytest.mark.parametrize("layer", LAYERS)
def test_layers_of_an_app_import_one_way(layer):
    above = tuple(f"{app}.{name}" for app in APPS for name in LAYERS[layer])
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in SOURCES
        if inside(name_of(path), tuple(f"{app}.{layer}" for app in APPS))
        for module in imports(path)
        if inside(module, above)
    ]

    assert wrong == []


def test_pure_modules_import_only_each_other():
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in SOURCES
        if inside(name_of(path), PURE)
        for module in imports(path)
        if inside(module, APPS) and not inside(module, PURE_MAY_IMPORT)
    ]

    assert wrong == []


def test_no_file_is_longer_than_300_lines():
    endings = {".py", ".html", ".css", ".js", ".typ", ".txt"}
    rooms = [*(ROOT / room for room in (*APPS, "templates", "static", "tests", "benchmarks")), ROOT / "dev.py"]
    files = [path for room in rooms for path in ([room] if room.is_file() else room.rglob("*"))]
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if path.suffix in endings
        and "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > 300
    }

    assert long == {}


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "util", "helpers", "helper", "common", "mixins", "misc"}
    found = [
        str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py") if path.stem in empty and ".venv" not in path.parts
    ]

    assert found == []


def test_every_page_of_a_city_names_its_permission():
    without = [route for route, view in city_views(get_resolver()) if not hasattr(view, "permission")]

    assert without == []


def city_views(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from city_views(pattern, route)
        elif isinstance(pattern, URLPattern) and route.startswith("<slug:city>/"):
            yield route, pattern.callback
