"""Pages under gunicorn on PostgreSQL, beside a bare Django view with session and login in the same run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks import scene
from benchmarks.browsing import Answer, Visitor, first_visit
from benchmarks.servers import Server, served
from benchmarks.tables import show, verdict
from dev import say, tidy_ending

ROUNDS, ROUNDS_ANEW = 150, 50
WARM_UP = 10
MOST_QUERIES = 12
MOST_MIB = 110
TRANSACTION = ("BEGIN", "COMMIT")  # sent along by the driver, no queries
MOST_KB, MOST_KB_WITH_EDITOR = 100, 300


KEY = "submission_key"  # of each form that makes something, another one each time
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Page:
    name: str
    visitor: Visitor
    path: str
    limit: float | None = None
    fields: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def ask(self, turn: int = 0) -> Answer:
        if not self.fields:
            return self.visitor.get(self.path)
        fields = {name: f"{text} {turn}" for name, text in self.fields}
        return self.visitor.post(self.path, {**fields, KEY: str(uuid4())}, **dict(self.headers))


def timed_pages(portal: Server, bare: Server) -> list[Page]:
    """The two that the others are compared with, and the others."""
    nobody_special = Visitor(bare, scene.session("editor", scene.LARGE, backend=MODEL_BACKEND))
    editor = Visitor(portal, scene.session("editor", scene.LARGE))
    of_umea = Visitor(portal, scene.session("editor", scene.DEMO))
    city = f"/{scene.LARGE}"
    barrier = scene.first("barrier", scene.LARGE)
    editor.take_token(f"{city}/barriers/{barrier}/")
    posting = f"{city}/comments/barrier/{barrier + 1}/add/"
    comment = (("text", "The lots are larger than a small company can bear."),)
    return [
        Page("bare Django view with session and login", nobody_special, "/"),
        Page("empty page of the portal", editor, "/benchmark/empty/"),
        Page("list of 1,000 barriers", editor, f"{city}/barriers/", 3),
        Page("barrier with 200 comments", editor, f"{city}/barriers/{barrier}/", 3),
        Page("posting a comment", editor, posting, 4, comment),
        Page("posting a comment, with htmx", editor, posting, None, comment, (("HX-Request", "true"),)),
        Page("overview", editor, f"{city}/"),
        Page("plan page of the demo", of_umea, f"/{scene.DEMO}/plan/"),
    ]


def measure_speed(portal: Server, bare: Server) -> None:
    pages = timed_pages(portal, bare)
    show_times(f"Time, the median of {ROUNDS} rounds; limits are of × bare", pages, times(pages, ROUNDS))
    anew = [replace(page, limit=None) for page in pages if page.limit and not page.fields]
    title = f"The same just after a change in the city, the median of {ROUNDS_ANEW} rounds"
    pages = [*pages[:2], *anew]
    show_times(title, pages, times(pages, ROUNDS_ANEW, before=scene.change))


def times(pages: list[Page], rounds: int, before: Callable[[], None] = lambda: None) -> list[float]:
    """Ask for every page in turn, so that whatever else the machine does touches all of them alike; in seconds."""
    for page in pages:
        if (status := page.ask().status) not in (200, 302):
            raise SystemExit(f"{page.name}: {page.path} answers {status}.")
    seconds: dict[str, list[float]] = {page.name: [] for page in pages}
    for turn in range(-WARM_UP, rounds):
        for page in pages:
            before()
            took = page.ask(turn).seconds
            if turn >= 0:
                seconds[page.name].append(took)
    return [median(seconds[page.name]) for page in pages]


def show_times(title: str, pages: list[Page], typical: list[float]) -> None:
    rows = []
    for page, one in zip(pages, typical, strict=True):
        ratio, beside_empty = (round(one / other, 1) for other in typical[:2])
        cells = (f"{one * 1000:.2f}", f"{ratio:.1f}", f"{beside_empty:.1f}")
        rows.append((page.name, *cells, *verdict(ratio, page.limit)))
    show(title, ("page", "ms", "× bare", "× empty", "limit", ""), rows)


PATHS = {
    "overview": "",
    "baseline": "baseline/",
    "barriers": "barriers/",
    "solutions": "solutions/",
    "actions": "actions/",
    "plan": "plan/",
    "versions": "plan/versions/",
    "publish": "plan/publish/",
    "group": "group/",
    "unsent texts": "unsent/",
    "finding": "baseline/findings/{finding}/",
    "barrier": "barriers/{barrier}/",
    "solution": "solutions/{solution}/",
    "objective": "actions/objectives/{objective}/",
    "action": "actions/{action}/",
    "indicator": "actions/indicators/{indicator}/",
    "section": "plan/sections/foreword/",
    "edit a barrier": "barriers/{barrier}/edit/",
    "edit a solution": "solutions/{solution}/edit/",
    "edit an action": "actions/{action}/edit/",
    "edit a section": "plan/sections/foreword/edit/",
    "history of a barrier": "history/barrier/{barrier}/",
    "published": "published/",
}
KINDS = ("finding", "barrier", "solution", "objective", "action", "indicator")


def count_queries() -> None:
    few, many = (count_in(city) for city in (scene.SMALL, scene.LARGE))
    rows = []
    for name in PATHS:
        if isinstance(few[name], str) or isinstance(many[name], str):
            rows.append((name, str(few[name]), str(many[name]), "", "MISSED"))
            continue
        limit, kept = verdict(max(few[name], many[name]), MOST_QUERIES)
        rows.append((name, str(few[name]), str(many[name]), limit, kept if few[name] == many[name] else "MISSED"))
    show("Queries, the same for one row as for many", ("page", "1 row", "1,000 rows", "limit", ""), rows)


def count_in(city: str) -> dict[str, int | str]:
    """Each page's queries as the coordinator sees it, the dearest of two visits; its status if there is no page."""
    numbers = {kind: scene.first(kind, city) for kind in KINDS}
    client = scene.logged_in("coordinator", city)
    found: dict[str, int | str] = {}
    for name, path in PATHS.items():
        counts = []
        for _visit in range(2):
            with CaptureQueriesContext(connection) as queries:
                response = client.get(f"/{city}/" + path.format(**numbers))
            counts.append(sum(each["sql"] not in TRANSACTION for each in queries.captured_queries))
        found[name] = max(counts) if response.status_code == 200 else f"({response.status_code})"
    return found


def weigh(portal: Server) -> None:
    session = scene.session("editor", scene.LARGE)
    city = f"/{scene.LARGE}"
    pages = {
        "login": ("/accounts/login/", "", MOST_KB),
        "overview": (f"{city}/", session, MOST_KB),
        "list of 1,000 barriers": (f"{city}/barriers/", session, MOST_KB),
        "barrier with 200 comments": (f"{city}/barriers/{scene.first('barrier', scene.LARGE)}/", session, MOST_KB),
        "plan page of the demo": (f"/{scene.DEMO}/plan/", scene.session("editor", scene.DEMO), MOST_KB),
        "published version of the demo": (f"/{scene.DEMO}/published/2/", "", MOST_KB),
        "a section's editor": (f"{city}/plan/sections/foreword/edit/", session, MOST_KB_WITH_EDITOR),
    }
    rows = []
    for name, (path, cookie, limit) in pages.items():
        sizes = first_visit(Visitor(portal, cookie), path)
        total = sum(sizes.values()) / 1000
        rows.append((name, f"{sizes[path] / 1000:.1f}", f"{total:.1f}", str(len(sizes)), *verdict(total, limit)))
    show("Weight in kB, compressed", ("page", "HTML", "first visit", "files", "limit", ""), rows)


def main() -> None:
    with scene.portal():
        say("Counting queries")
        count_queries()
        connection.close()
        with served("benchmarks.portal_settings") as portal, served("benchmarks.bare_settings") as bare:
            fresh = portal.worker_mib
            say(f"Measuring pages, {ROUNDS} rounds")
            measure_speed(portal, bare)
            weigh(portal)
            rows = [
                ("fresh, after its first answer", f"{fresh:.0f}", *verdict(fresh, MOST_MIB)),
                ("after all of the above", f"{portal.worker_mib:.0f}", "", ""),
                ("fresh, of the bare view", f"{bare.worker_mib:.0f}", "", ""),
            ]
            show("Memory of one worker in MiB", ("worker", "MiB", "limit", ""), rows)


if __name__ == "__main__":
    with tidy_ending():
        main()
