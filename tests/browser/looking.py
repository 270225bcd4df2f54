"""What a page is held to in the browser: axe's rules, a quiet console, nothing wider than the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Page, Response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW_RULES = ["target-size", "scrollable-region-focusable"]  # what a narrow window may break
DESK, TABLET, PHONE, ZOOMED = 1280, 900, 390, 320  # 320 is a desk's window at 400 %
HEIGHT = 900

RUN_AXE = """async ([type, values]) => {
    const rules = type === "tag" ? {"label-content-name-mismatch": {enabled: true}} : {};
    const found = await axe.run(document, {runOnly: {type, values}, rules, resultTypes: ["violations"]});
    return found.violations.map(each => each.id + ": " + each.help + " | " +
        each.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + node.html.slice(0, 160) + " " +
            [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ")).join(" | "));
}"""
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > room + 1);
    return wide.slice(-3).map(each => each.outerHTML.slice(0, 160));
}"""

# Ids that stand twice, headings before the first one, what comes before the link to the content, a mark unexplained
STRUCTURE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
    const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map(id => "id twice: " + id);
    const first = document.querySelector("h1, h2, h3, h4, h5, h6");
    const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const stops = [...document.querySelectorAll(controls)];
    const isExplained = !document.querySelector("label .asteriskField, legend .asteriskField")?.checkVisibility()
        || document.querySelector(".required-mark");
    return [...twice,
        ...(first?.tagName === "H1" ? [] : ["heading: the first is " + first?.outerHTML.slice(0, 80)]),
        ...(document.querySelectorAll("h1").length === 1 ? [] : ["heading: not one of the first level"]),
        ...(stops[0]?.matches(".skip-link") ? [] : ["skip link: before it stands " + stops[0]?.outerHTML.slice(0, 80)]),
        ...(isExplained ? [] : ["mark: nothing says what * means"])];
}"""


@dataclass
class Watch:
    """Looks at one page after another in the same window, and keeps what is wrong by what was looked at."""

    page: Page
    wrong: dict[str, list[str]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._said.append(f"script: {error}"))
        self.page.on("response", self._check_answer)

    @property
    def report(self) -> str:
        return "\n".join(f"{what}\n  {words}" for what, found in self.wrong.items() for words in found)

    def visit(self, url: str) -> Response:
        """Open a page that shows something, and look at it."""
        response = self.page.goto(url)
        self.look(url)
        return response

    def look(self, what: str) -> None:
        """Hold the page as it stands to every rule."""
        self.seen.append(what)
        self._note(what, self._said)
        self._said = []
        self._note(what, self._break("tag", RULES))
        self._note(what, self.page.evaluate(STRUCTURE))

    def look_otherwise(self, what: str) -> None:
        """The same page in the dark, on a phone, and enlarged to 400 %: what may differ there."""
        self.page.emulate_media(color_scheme="dark")
        self._note(f"{what} in the dark", self._break("rule", ["color-contrast"]))
        for width, name in ((ZOOMED, "at 400 %"), (PHONE, "on a phone")):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self._note(f"{what} {name}", self._too_wide())
        self._note(f"{what} on a phone", self._break("rule", NARROW_RULES))
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": DESK, "height": HEIGHT})

    def look_at_all(self, what: str) -> None:
        """The page as it stands, and what may differ elsewhere."""
        self.look(what)
        self.look_otherwise(what)

    def look_at_menu(self, what: str) -> None:
        """The same page with its menu open, as wide as a phone and as a tablet."""
        for width in (PHONE, TABLET):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.locator(".menu > summary").click()
            self._note(f"{what} with the menu open at {width}", self._break("tag", RULES))
            self._note(f"{what} with the menu open at {width}", self._too_wide())
            self.page.locator(".menu > summary").click()
        self.page.set_viewport_size({"width": DESK, "height": HEIGHT})

    def _break(self, kind: str, rules: list[str]) -> list[str]:
        """The rules that the page breaks."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        return self.page.evaluate(RUN_AXE, [kind, rules])

    def _too_wide(self) -> Iterator[str]:
        yield from (f"wider than the window: {each}" for each in too_wide(self.page))

    def _note(self, what: str, found: Iterable[str]) -> None:
        if found := list(found):
            self.wrong.setdefault(what, []).extend(found)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self._said.append(f"console: {message.text}")

    def _check_answer(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self._said.append(f"{response.status} for {response.url}")


def too_wide(page: Page) -> list[str]:
    """What reaches past the right edge of the window, where the page scrolls sideways."""
    return page.evaluate(TOO_WIDE)
