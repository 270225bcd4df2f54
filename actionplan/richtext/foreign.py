"""Foreign html, tag by tag, as html in our tags: what a table, a raised figure or a picture says is kept as words.

What comes out is for the parser of `reader`, which puts the tags in order and lets nothing else through.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from actionplan.richtext import styles
from actionplan.richtext.tables import BLOCK, BREAK, INLINE, TEXT, Piece, Table
from ulg.plaintext import visible

# A comment, a declaration, a tag, or a "<" that only means "less than". Each stops at the next "<" at the latest, so
# that no text makes the search quadratic.
_MARKUP = re.compile(
    r"<!--(?:(?!<!--|-->).)*+-->|<[!?][^<>]*>"
    r"|<(?P<slash>/?)(?P<tag>[a-z][a-z0-9]*(?:[:-][a-z0-9]+)*)(?=[\s/>])(?P<rest>[^<>]*)>|<",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.ASCII)

_PARTS = ["div", "section", "article", "aside", "header", "footer", "main", "nav", "address", "figure", "figcaption"]
_BLOCKS = ["html", "body", "hr", "center", "form", "fieldset", "legend", "details", "summary", "dl", "dt", "dd"]
_TABLE = frozenset({"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"})
_OURS = (
    dict.fromkeys([*_PARTS, *_BLOCKS, *_TABLE, "p", "pre", "textarea"], "p")
    | {tag: tag for tag in ("h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "sup", "sub")}
    | {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
)
_INLINE = frozenset({"strong", "em", "a", "sup", "sub"})
_CONTAINERS = frozenset({"ul", "ol", "blockquote"})
_MOST_CONTAINERS = 3000  # lists inside lists take the parser quadratic time
_MOST_TABLES = 8  # inside each other

DROPPED = frozenset({"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "xml"})
_DRAWINGS = frozenset({"svg", "math"})  # a parser leaves them at the next tag of html
_PICTURES = frozenset({"img", "svg", "object", "embed", "video", "audio", "canvas"})
_FILE_NAME = re.compile(r"[\w ()-]*\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf)", re.IGNORECASE)
_PARTING = Piece(BLOCK, "</p>")  # the end of a block that was never begun still parts what stands around it
_GAP = "\u2003"  # for a tab or the next box: wide enough to part two figures


@dataclass
class Told:
    """What a text cannot hold and says in another way, or not at all."""

    tables: int = 0
    pictures: int = 0


class _Open(NamedTuple):
    """What is written where an open tag ends, and what ends with it."""

    pieces: tuple[Piece, ...] = ()
    is_flex: bool = False
    is_verbatim: bool = False
    is_item: bool = False


class Translator:
    """Goes through html once."""

    def __init__(self) -> None:
        self.told = Told()
        self._text: list[Piece] = []
        self._tables: list[Table] = []
        self._open: dict[str, list[_Open]] = defaultdict(list)
        self._containers = self._flex = self._verbatim = 0
        self._dropped, self._depth = "", 0
        self._is_word_online = False
        self._list, self._item = "u", ""

    def translate(self, html: str) -> str:
        html = visible(html)
        self._is_word_online = "data-aria-level" in html
        place = 0
        for match in _MARKUP.finditer(html):
            self._words(html[place : match.start()])
            place = match.end()
            if match["tag"]:
                self._tag(match["tag"].lower(), match)
            elif match[0] == "<":
                self._words("&lt;")
        self._words(html[place:])
        while self._tables:
            self._end_table()
        return "".join(piece.html for piece in self._text)

    def _write(self, *pieces: Piece) -> None:
        for piece in pieces:
            if self._tables:
                self._tables[-1].add(piece)
            else:
                self._text.append(piece)

    def _words(self, text: str) -> None:
        if not text or self._dropped:
            return
        if not self._verbatim:
            self._write(Piece(TEXT, text))
            return
        for place, line in enumerate(text.replace("\t", _GAP).split("\n")):
            if place:
                self._write(Piece(BREAK, "<br>"))
            self._write(Piece(TEXT, line))

    def _tag(self, name: str, match: re.Match[str]) -> None:
        is_end, is_empty = bool(match["slash"]), match["rest"].endswith("/")
        if self._dropped and not self._leaves_dropped(name, is_end):
            return
        if name in _PICTURES and not is_end:
            self._picture(name, _attributes(match["rest"]))
        if name in DROPPED:
            if not (is_end or is_empty):
                self._dropped, self._depth = name, 1
        elif name in _TABLE and (self._tables or name == "table"):
            self._in_table(name, is_end, match["rest"])
        elif is_end:
            self._end(name)
        elif name == "a" or not is_empty or _OURS.get(name) in {"p", "br"}:
            self._start(name, match)

    def _leaves_dropped(self, name: str, is_end: bool) -> bool:
        """Whether this tag is read although something that is left out was open before it."""
        if name == self._dropped:
            self._depth += -1 if is_end else name in _DRAWINGS
            if not self._depth:
                self._dropped = ""
            return False
        if self._dropped in _DRAWINGS and (name in _OURS or name in _TABLE or name == "span"):
            self._dropped = ""
        return not self._dropped

    def _picture(self, name: str, attributes: dict[str, str]) -> None:
        """Said once, by its description; an emoji that is drawn as a picture is its sign."""
        described = (attributes.get(each, "").strip() for each in ("alt", "aria-label", "title"))
        words = next(filter(None, described), "")
        if name == "img" and len(words) <= 2 and words and not words.isalnum():
            self._write(Piece(TEXT, escape(words, quote=False)))
            return
        self.told.pictures += 1
        if words and not _FILE_NAME.fullmatch(words):
            self._write(Piece(TEXT, f" [{escape(words, quote=False)}] "))

    def _in_table(self, name: str, is_end: bool, rest: str) -> None:
        if name == "table":
            if is_end:
                self._end_table()
            elif len(self._tables) < _MOST_TABLES:
                self._tables.append(Table())
            else:
                self._write(Piece(BLOCK, "<p>"))
        elif is_end:
            self._tables[-1].end(name)
        else:
            attributes = _attributes(rest)
            self._tables[-1].start(name, *(_span(attributes.get(each)) for each in ("colspan", "rowspan")))

    def _end_table(self) -> None:
        if not self._tables:
            self._write(_PARTING)
            return
        table = self._tables.pop()
        self.told.tables += table.is_wide
        self._write(*table.pieces())

    def _start(self, name: str, match: re.Match[str]) -> None:
        attributes = _attributes(match["rest"])
        style = attributes.get("style", "")
        tag = self._ours(name, style)
        if tag == "br":
            self._write(Piece(BREAK, "<br>"))
            return
        start, end = self._pair(tag, name, attributes)
        if tag == "a":
            start = Piece(INLINE, match[0])
        inner = styles.formats(name, tag, style, attributes.get("class", ""))
        written = [start, *(Piece(INLINE, f"<{each}>") for each in inner)]
        closing = [*(Piece(INLINE, f"</{each}>") for each in reversed(inner)), end]
        if styles.is_beside(style) or (self._flex and name in {"span", "font"}):
            written, closing = [Piece(TEXT, _GAP), *written], [*closing, Piece(TEXT, _GAP)]
        if styles.is_tab(style):
            written.append(Piece(TEXT, _GAP))
        self._write(*(piece for piece in written if piece.html))
        self._note(name, tuple(piece for piece in closing if piece.html), style)

    def _ours(self, name: str, style: str) -> str:
        """Our tag for the element, if it has one of its own."""
        tag = _OURS.get(name, "")
        if tag in _CONTAINERS:
            self._containers += 1
            if self._is_word_online and tag != "blockquote":
                self._list = tag[0]
                return ""
            return tag if self._containers <= _MOST_CONTAINERS else ""
        return "" if tag == "strong" and styles.is_not_bold(style) else tag

    def _pair(self, tag: str, name: str, attributes: dict[str, str]) -> tuple[Piece, Piece]:
        """How the element begins and ends in our tags."""
        if name == "li" and self._is_word_online and (level := attributes.get("data-aria-level", "")):
            self._item = f"{level}{self._list}{attributes.get('data-aria-posinset', '')}"
            tag = "p"
        if tag in _INLINE:
            return Piece(INLINE, f"<{tag}>"), Piece(INLINE, f"</{tag}>")
        if not tag and styles.is_below(attributes.get("style", "")):
            tag = "p"
        if tag == "p":
            tag = styles.heading(attributes) or "p"
        level = self._item or (styles.list_level(attributes) if name == "p" else "")
        given = f' data-level="{escape(level)}"' if tag == "p" and level else ""
        return Piece(BLOCK, tag and f"<{tag}{given}>"), Piece(BLOCK, tag and f"</{tag}>")

    def _note(self, name: str, pieces: tuple[Piece, ...], style: str) -> None:
        is_verbatim = name in {"pre", "textarea"} or styles.keeps_spaces(style)
        opened = _Open(pieces, styles.is_flex(style), is_verbatim, name == "li" and bool(self._item))
        if name == "p":
            while self._open["p"]:  # no paragraph stands in another
                self._leave(self._open["p"].pop())
        self._open[name].append(opened)
        self._flex += opened.is_flex
        self._verbatim += opened.is_verbatim

    def _end(self, name: str) -> None:
        if self._open[name]:
            opened = self._open[name].pop()
            self._leave(opened)
            if any(piece.kind == BLOCK for piece in opened.pieces):
                self._write(_PARTING)  # a parser passes over the end of a block inside another one
            self._write(*opened.pieces)
        elif tag := _OURS.get(name, ""):
            self._write(Piece(INLINE, f"</{tag}>") if tag in _INLINE else _PARTING)

    def _leave(self, opened: _Open) -> None:
        self._flex -= opened.is_flex
        self._verbatim -= opened.is_verbatim
        if opened.is_item:
            self._item = ""


def _attributes(rest: str) -> dict[str, str]:
    if "=" not in rest:
        return {}
    return {each[1].lower(): unescape(each[2] or each[3] or each[4] or "") for each in _ATTRIBUTE.finditer(rest)}


def _span(number: str | None) -> int:
    return int(number) if number and number.isascii() and number.isdecimal() and len(number) < 6 else 1
