"""Pages under gunicorn on PostgreSQL, beside a bare Django view with session and login in the same run."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks import scene
from benchmarks.browsing import Answer, Visitor, first_visit
from benchmarks.servers import Server, served
from benchmarks.tables import show, verdict
from dev import say, tidy_ending

ROUNDS = 150
WARM_UP = 10
MOST_QUERIES = 12
MOST_MIB = 110
MOST_KB, MOST_KB_WITH_EDITOR = 100, 300


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    limit: float | None = None
    fields: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def ask(self, visitor: Visitor, turn: int = 0) -> Answer:
        if not self.fields:
            return visitor.get(self.path)
        fields = {name: f"{text} {turn}" for name, text in self.fields}
        return visitor.post(self.path, fields, **dict(self.headers))


BARE = Page("bare Django view with session and login", "/")


def timed_pages() -> list[Page]:
    city = f"/{scene.LARGE}"
    barrier, other = scene.first("barrier", scene.LARGE), scene.first("barrier", scene.LARGE) + 1
    posting = f"{city}/comments/barrier/{other}/add/"
    comment = (("text", "The lots are larger than a small company can bear."),)
    return [
        Page("list of 1,000 barriers", f"{city}/barriers/", 3),
        Page("barrier with 200 comments", f"{city}/barriers/{barrier}/", 3),
        Page("plan page", f"{city}/plan/"),
        Page("overview", f"{city}/"),
        Page("posting a comment", posting, 4, comment),
        Page("posting a comment, with htmx", posting, None, comment, (("HX-Request", "true"),)),
    ]


def measure_speed(portal: Server, bare: Server) -> None:
    """Ask for every page in turn, so that whatever else the machine does touches all of them alike."""
    pages = timed_pages()
    visitor = Visitor(portal, scene.session("editor"))
    beside = Visitor(bare, scene.session("editor", backend="django.contrib.auth.backends.ModelBackend"))
    visitor.take_token(pages[1].path)
    refused = {page.name: page.ask(visitor).status for page in pages if page.ask(visitor).status not in (200, 302)}
    pages = [page for page in pages if page.name not in refused]
    seconds: dict[str, list[float]] = {page.name: [] for page in (BARE, *pages)}
    for turn in range(-WARM_UP, ROUNDS):
        took = {BARE.name: BARE.ask(beside)} | {page.name: page.ask(visitor, turn) for page in pages}
        for name in seconds if turn >= 0 else ():
            seconds[name].append(took[name].seconds)
    one = median(seconds[BARE.name])
    rows = [(BARE.name, f"{one * 1000:.2f}", "1.0", "", "")]
    for page in pages:
        typical = median(seconds[page.name])
        ratio = round(typical / one, 1)
        rows.append((page.name, f"{typical * 1000:.2f}", f"{ratio:.1f}", *verdict(ratio, page.limit)))
    rows += [(name, f"({status})", "", "", "MISSED") for name, status in refused.items()]
    show(f"Time, the median of {ROUNDS} rounds", ("page", "ms", "× bare", "limit", ""), rows)


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
    "drafts": "drafts/",
    "finding": "baseline/findings/{finding}/",
    "barrier": "barriers/{barrier}/",
    "solution": "solutions/{solution}/",
    "objective": "actions/objectives/{objective}/",
    "action": "actions/{action}/",
    "indicator": "actions/indicators/{indicator}/",
    "section": "plan/sections/vision/",
    "edit a barrier": "barriers/{barrier}/edit/",
    "edit a solution": "solutions/{solution}/edit/",
    "edit an action": "actions/{action}/edit/",
    "edit a section": "plan/sections/vision/edit/",
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
            counts.append(len(queries))
        found[name] = max(counts) if response.status_code == 200 else f"({response.status_code})"
    return found


def weigh(portal: Server) -> None:
    session = scene.session("editor")
    city = f"/{scene.LARGE}"
    pages = {
        "login": ("/accounts/login/", MOST_KB),
        "overview": (f"{city}/", MOST_KB),
        "list of 1,000 barriers": (f"{city}/barriers/", MOST_KB),
        "barrier with 200 comments": (f"{city}/barriers/{scene.first('barrier', scene.LARGE)}/", MOST_KB),
        "plan page": (f"{city}/plan/", MOST_KB),
        "a section's editor": (f"{city}/plan/sections/vision/edit/", MOST_KB_WITH_EDITOR),
        "published version, Umeå": ("/umea/published/2/", MOST_KB),
    }
    rows = []
    for name, (path, limit) in pages.items():
        sizes = first_visit(Visitor(portal, "" if name == "login" else session), path)
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
