"""The rules of the code: which way imports and links run, how long a file may be, what a module may not be called."""

from __future__ import annotations

import ast
import re
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
# What `ulg` may not name in strings either: URL names (`actionplan:plan`) and templates (`actionplan/plan/plan.html`)
NAMED = re.compile(r"(actionplan|genprocure|ulg)[:/]")
QUOTED = re.compile(rf"""["']{NAMED.pattern}""")
MAY_NOT_NAME = {"ulg": {"actionplan"}}
LAYERS = {
    "models": ("forms", "views", "services", "queries"),
    "services": ("forms", "views"),
    "queries": ("forms", "views"),
    "forms": ("views", "services"),
    "reference": ("models", "forms", "views", "services", "queries"),
}
PURE = (
    "ulg.writing.diff",
    "ulg.writing.format_diff",
    "ulg.writing.merge",
    "ulg.numbers",
    "ulg.plaintext",
    "ulg.search",
    "actionplan.richtext",
    "actionplan.bars",
    "actionplan.charts",
    "actionplan.figure_bars",
    "actionplan.radar",
    "actionplan.tally",
    "actionplan.text_width",
    "actionplan.document.canonical",
    "actionplan.document.frozen",
    "actionplan.document.outline",
    "actionplan.document.schema",
    "actionplan.document.upgrade",
    "actionplan.exports",
    "actionplan.files",
    "actionplan.notices",
    "actionplan.suppliers",
)
PURE_MAY_IMPORT = (*PURE, "ulg.reference", "actionplan.reference", "actionplan.kinds", "ulg.roles")

# Functions of more than 25 lines from `def` to the end, each with the reason why parting it would not help its reader
LONG = {
    "actionplan.document.snapshot.take": "one literal: the document as its schema lists it",
    "actionplan.exports.actions.sheets": "one literal: everything that stands on an action's sheet",
    "actionplan.exports.view_model.build": "one literal: everything that the PDF reads",
    "actionplan.services.versions.publish_version": "a third of it is its signature; the steps share one transaction",
    "actionplan.views.record_list.page_of_records": "what is kept and what is asked anew share their names",
    "tests.actionplan.document.test_snapshot.test_a_plan_becomes_the_document_of_the_schema": "the whole document",
    "tests.actionplan.notices.test_reading.test_a_competition_notice_says_who_buys_what_and_why": "one notice",
    "tests.actionplan.queries.test_overview.test_records_and_gaps_of_this_plan_only_are_counted": "two plans",
    "tests.actionplan.services.test_publishing_moment"
    ".test_two_saves_in_the_middle_of_publishing_are_seen_together_or_not_at_all": "two threads and what they do",
    "tests.actionplan.views.test_actions.test_an_action_is_written_with_all_its_duties": "one form, all its fields",
    "tests.browser.test_editor.test_the_editor_is_worked_by_keyboard": "one way through the editor",
    "tests.browser.test_looking.test_every_sort_of_fault_is_found": "one page with every fault",
    "tests.browser.test_unsent.test_a_copy_that_never_reached_us_is_offered_beside_a_kept_text": "one way of a text",
    "tests.journeys.test_database_away"
    ".test_database_that_comes_back_has_all_that_was_acknowledged_and_nothing_half": "one journey",
    "tests.places._records": "a list of every kind of record",
    "tests.places.build": "a list of every place",
    "tests.plans.full_plan": "one plan with something everywhere",
    "ulg.access.or_for_others": "a decorator and the two functions that it makes",
    "ulg.services.members.add_member": "a third of it is its signature",
    "ulg.views.writing.edit": "a third of it is its signature; one way through showing and saving",
}


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


def named_in_code(source: str) -> set[str]:
    """The apps whose addresses or templates the strings of a module name, also where they are put together."""
    strings = [each.value for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Constant)]
    return {found[1] for each in strings if isinstance(each, str) and (found := NAMED.match(each))}


def named_in_template(source: str) -> set[str]:
    return set(QUOTED.findall(source))


@pytest.mark.parametrize("app", MAY_NOT_NAME)
def test_apps_name_addresses_and_templates_one_way(app):
    code = {path: named_in_code(path.read_text()) for path in SOURCES if inside(name_of(path), (app,))}
    templates = (path for path in (ROOT / "templates" / app).rglob("*") if path.is_file())
    named = code | {path: named_in_template(path.read_text()) for path in templates}

    assert {str(path.relative_to(ROOT)): apps for path, apps in named.items() if apps & MAY_NOT_NAME[app]} == {}


@pytest.mark.parametrize(
    "source",
    ['reverse("actionplan:plan", args=[slug])', 'redirect(f"actionplan:{kind}", slug)', '"actionplan/plan/plan.html"'],
)
def test_what_code_names_is_found(source):
    assert named_in_code(source) == {"actionplan"}


@pytest.mark.parametrize(
    "source",
    [
        "<a href=\"{% url 'actionplan:plan' request.city.slug %}\">",
        '{% url "actionplan:plan" request.city.slug as plan_url %}',
        '{% include "ulg/writing/_zone.html" %}{% include "actionplan/_trace.html" %}',
    ],
)
def test_what_templates_name_is_found(source):
    assert named_in_template(source) - {"ulg"} == {"actionplan"}


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


def test_what_is_made_for_the_pdf_is_used_by_it_alone():
    users = {
        name_of(path)
        for path in SOURCES
        for module in imports(path)
        if inside(module, ("actionplan.exports.pdf",)) and not inside(name_of(path), ("actionplan.exports.pdf",))
    }

    assert users == {"actionplan.exports.formats"}


def test_no_file_is_longer_than_300_lines():
    endings = {".py", ".html", ".css", ".js", ".typ", ".txt"}
    folders = [*(ROOT / name for name in (*APPS, "templates", "static", "tests", "benchmarks")), ROOT / "dev.py"]
    files = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*"))]
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if path.suffix in endings
        and "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > 300
    }

    assert long == {}


def test_no_function_is_longer_than_25_lines():
    folders = [*(ROOT / name for name in (*APPS, "tests", "benchmarks", "docs")), ROOT / "dev.py"]
    files = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*.py"))]
    long = {
        f"{name_of(path)}.{node.name}"
        for path in files
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 25
    }

    assert long == LONG.keys()


def test_every_transaction_is_one_that_is_tried_again():
    """`atomic` of ulg/writing/transactions.py in place of Django's; the demo and sample data meet nobody."""
    allowed = {"ulg.writing.transactions", "genprocure.demo.loading", "genprocure.sample_data.cities"}
    found = {
        name_of(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "atomic"
    }

    assert found == allowed


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
