"""Reading html, whoever made it: foreign tags become ours, nh3 parses and sanitises, a reader builds the tree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from typing import Any, NamedTuple

import nh3

from actionplan.richtext import superscripts
from actionplan.richtext.foreign import DROPPED, Told, Translator
from actionplan.richtext.lists import listed
from ulg.plaintext import composed, visible

BlockNode = dict[str, Any]
Node = str | dict[str, Any]

LISTS = frozenset({"ul", "ol"})
LEAVES = frozenset({"p", "h2", "h3"})
TAGS = LISTS | LEAVES | {"li", "blockquote", "strong", "em", "a", "br"}

_SCRIPTS = frozenset({"sup", "sub"})
_DEEPEST = 12  # lists, items and quotes inside each other: exports walk the tree recursively

_CLEANER = nh3.Cleaner(
    tags=set(TAGS | _SCRIPTS),
    clean_content_tags=set(DROPPED),
    attributes={"a": {"href"}, "p": {"data-level"}, "*": set()},  # without "*" every tag keeps lang and title
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel=None,
)
_CLEANED_TAG = re.compile(r'<(/?)([a-z0-9]+)(?: (?:href|data-level)="([^"]*)")?[^>]*>')
_LINK = re.compile(r"https?://[^\s/?#\\]|mailto:[^\s@]+@[^\s@]", re.IGNORECASE)

_SPACE = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_GAPS = re.compile("[ \u2003]*\u2003[ \u2003]*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_INVISIBLE = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_BREAK = "\n"


def read(html: str) -> tuple[list[BlockNode], Told]:
    """The tree of any html, and what of the html it cannot hold."""
    translator = Translator()
    first, *rest = _CLEANED_TAG.split(_CLEANER.clean(translator.translate(html)))
    reader = _Reader()
    reader.text(unescape(first))
    for slash, tag, value, text in zip(*[iter(rest)] * 4, strict=True):
        if slash:
            reader.end(tag)
        else:
            reader.start(tag, unescape(value or ""))
        reader.text(unescape(text))
    reader.end_leaf()
    return listed(reader.tree), translator.told


def address(href: str) -> str:
    """The address of a link, or nothing where it is none that we link to."""
    href = composed(href)
    href = re.sub(r"[\t\n\r]", "", href).strip()
    return re.sub(r"\s", "%20", href) if _LINK.match(href) else ""


class _Run(NamedTuple):
    """A stretch of text in one formatting, or one line break."""

    text: str
    href: str
    is_strong: bool
    is_em: bool
    script: str = ""


@dataclass
class _Frame:
    """An open list, item or quote; `siblings` ends with its node where it has one of its own."""

    children: list[BlockNode]
    depth: int = 0
    is_list: bool = False
    siblings: list[BlockNode] | None = None


class _Reader:
    """Builds the tree from sanitised tags, which are always properly nested."""

    def __init__(self) -> None:
        self.tree: list[BlockNode] = []
        self._open = [_Frame(self.tree)]
        self._leaves: list[str] = []
        self._level = ""  # what Word says of the paragraph that is open
        self._marks: Counter[str] = Counter()
        self._scripts: list[str] = []
        self._links: list[str] = []
        self._runs: list[_Run] = []

    def start(self, tag: str, value: str) -> None:
        if tag in {"strong", "em"}:
            self._marks[tag] += 1
        elif tag in _SCRIPTS:
            self._scripts.append(tag)
        elif tag == "a":
            self._links.append(address(value))
        elif tag == "br":
            self._add(_BREAK)
        else:
            self.end_leaf()
            if tag in LEAVES:
                self._leaves.append(tag)
                self._level = value
            else:
                self._open.append(self._frame(tag))

    def end(self, tag: str) -> None:
        if tag in {"strong", "em"}:
            self._marks[tag] -= 1
        elif tag in _SCRIPTS:
            self._scripts.pop()
        elif tag == "a":
            self._links.pop()
        else:
            self.end_leaf()
            if tag in LEAVES:
                self._leaves.pop()
            else:
                self._end_frame(self._open.pop())

    def text(self, text: str) -> None:
        is_stray = not self._leaves and not self._open[-1].depth
        first, *more = _BLANK_LINE.split(text) if is_stray else [text]
        self._add(_spaced(first))
        for paragraph in more:
            self.end_leaf()
            self._add(_spaced(paragraph))

    def end_leaf(self) -> None:
        """Everything since the last block was one paragraph or heading."""
        frame, runs, self._runs = self._open[-1], self._runs, []
        level, self._level = self._level, ""
        if not _is_visible(runs):
            return
        tag = next((leaf for leaf in reversed(self._leaves) if leaf != "p"), "p")
        if tag != "p" and frame.depth:  # a heading inside a list or a quote would break the document's outline
            tag, runs = "p", [run._replace(is_strong=True) for run in runs]
        leaf = {"t": tag, "c": _inline(_tidied(_in_line(runs)))}
        if level and not frame.depth and tag == "p":
            leaf["level"] = level
        frame.children.append({"t": "li", "c": [leaf]} if frame.is_list else leaf)

    def _add(self, text: str) -> None:
        if text:
            href = self._links[-1] if self._links else ""
            script = self._scripts[-1] if self._scripts else ""
            self._runs.append(_Run(text, href, self._marks["strong"] > 0, self._marks["em"] > 0, script))

    def _frame(self, tag: str) -> _Frame:
        outer = self._open[-1]
        children, depth = outer.children, outer.depth
        if tag == "li" and outer.is_list:
            return _own_frame(tag, children, depth)
        if outer.is_list:  # Google Docs puts a list beside the item that it belongs to
            if not children:
                children.append({"t": "li", "c": []})
            children, depth = children[-1]["c"], depth + 1
        return _Frame(children, depth) if tag == "li" or depth >= _DEEPEST else _own_frame(tag, children, depth)

    def _end_frame(self, frame: _Frame) -> None:
        if frame.is_list:
            frame.children[:] = [item for listed in frame.children for item in _items(listed)]
        if frame.siblings and not frame.children:
            frame.siblings.pop()


def _own_frame(tag: str, siblings: list[BlockNode], depth: int) -> _Frame:
    children: list[BlockNode] = []
    siblings.append({"t": tag, "c": children})
    return _Frame(children, depth + 1, tag in LISTS, siblings)


def _items(item: BlockNode) -> Iterator[BlockNode]:
    """The item as the editor would have it, a paragraph first: what a list or quote before it holds moves up."""
    inside = deque(item["c"])
    while inside and inside[0]["t"] != "p":
        first = inside.popleft()
        if first["t"] in LISTS:
            yield from first["c"]
        else:
            inside.extendleft(reversed(first["c"]))
    if inside:
        yield {"t": "li", "c": list(inside)}


def _is_visible(runs: Iterable[_Run]) -> bool:
    return any(unicodedata.category(char) not in _INVISIBLE for run in runs for char in run.text)


def _spaced(text: str) -> str:
    return _GAPS.sub("\u2003", _SPACE.sub(" ", visible(text)))


def _in_line(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Raised and lowered text as signs that stand in the line."""
    before = ""
    for script, group in groupby(runs, lambda run: run.script):
        found = list(group)
        if script:
            text = _SPACE.sub(" ", "".join(run.text for run in found))
            text = superscripts.raised(text, before) if script == "sup" else superscripts.lowered(text)
            found = [found[0]._replace(text=text, script="")]
        before = found[-1].text
        yield from found


def _tidied(runs: Iterable[_Run]) -> list[_Run]:
    """Spaces as a browser shows them, no break at either end, no link without words, equal neighbours as one."""
    kept: list[_Run] = []
    for run in runs:
        if run.text == _BREAK:
            _trim(kept, " \u2003")
            if kept:
                kept.append(run)
            continue
        is_at_start = not kept or kept[-1].text == _BREAK
        before = " \u2003" if is_at_start else " " if kept[-1].text[-1] in " \u2003" else ""
        if text := run.text.lstrip(before) if before else run.text:
            kept.append(run._replace(text=text))
    _trim(kept, " \u2003\u00a0\n")
    return list(_joined(_without_empty_links(kept)))


def _trim(runs: list[_Run], spaces: str) -> None:
    """Take the spaces away that the last runs end with."""
    while runs and runs[-1].text[-1] in spaces:
        last = runs.pop()
        if text := last.text.rstrip(spaces):
            runs.append(last._replace(text=text))


def _without_empty_links(runs: Iterable[_Run]) -> Iterator[_Run]:
    for href, group in groupby(runs, lambda run: run.href):
        linked = list(group)
        yield from linked if not href or _is_visible(linked) else (run._replace(href="") for run in linked)


def _joined(runs: Iterable[_Run]) -> Iterator[_Run]:
    for (marks, is_break), group in groupby(runs, lambda run: (run[1:], run.text == _BREAK)):
        if is_break:
            yield from group
        else:
            yield _Run(composed("".join(run.text for run in group)), *marks)


def _inline(runs: Iterable[_Run]) -> list[Node]:
    """Runs as nodes, links outside strong outside em: the order in which the editor writes them."""
    out: list[Node] = []
    for href, linked in groupby(runs, lambda run: run.href):
        inner = _strong(linked)
        out.extend([{"t": "a", "href": href, "c": inner}] if href else inner)
    return out


def _strong(runs: Iterable[_Run]) -> list[Node]:
    out: list[Node] = []
    for is_strong, stretch in groupby(runs, lambda run: run.is_strong):
        inner = _emphasised(stretch)
        out.extend([{"t": "strong", "c": inner}] if is_strong else inner)
    return out


def _emphasised(runs: Iterable[_Run]) -> list[Node]:
    out: list[Node] = []
    for is_em, stretch in groupby(runs, lambda run: run.is_em):
        leaves: list[Node] = [{"t": "br"} if run.text == _BREAK else run.text for run in stretch]
        out.extend([{"t": "em", "c": leaves}] if is_em else leaves)
    return out
