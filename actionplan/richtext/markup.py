r"""Rich text as plain text with markup, for a form in a browser without scripts. What is not touched comes back equal.

    ## Heading          ### Subheading        > quote
    - item              1. item               *bold*  _italic_  [words](https://example.org)

An empty line parts two blocks; what belongs to an item is indented under its first word. `\` before a sign makes it an
ordinary character; alone on a line it is an empty line inside a paragraph, or parts two lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from actionplan.richtext import tree
from actionplan.richtext.reader import BlockNode, Node
from actionplan.richtext.tables import BETWEEN_CELLS

_HEADINGS = {"h2": "## ", "h3": "### "}
_LISTS = {"ul", "ol"}
_TAGS = {"*": "strong", "_": "em"}
_EMPTY = "\\"
_DEEPEST = 12

_ORDINARY = re.compile(r"[\\*_\[\]]")
_IN_ADDRESS = re.compile(r"[\\()]")
_AT_START = re.compile(r"#{2,3} |>|- |\d{1,9}\. ")
_HEADING = re.compile(r"(#{2,3}) ")
_ITEM = re.compile(r"(?:-|\d{1,9}\.) ")
_TYPED_BULLET = re.compile(r"^( *)[•·▪◦][ \t\u00a0]+(?=\S)", re.MULTILINE)  # as Word copies the items of a list
_COLUMN = re.compile(r"(?<=\S) *\t[\t ]*(?=\S)")  # between the cells of a spreadsheet
_ESCAPED = re.compile(r"\\(.)")
_TOKEN = re.compile(r"\\[^\n]|\]\((?P<href>(?:\\.|[^\\)\n])*)\)|[^\\*_\[\]\n]+|.", re.DOTALL)


def write(html: str) -> str:
    return "\n".join(_block_lines(tree.nodes(html)))


def read(text: str) -> str:
    """The html of a text with markup; whatever cannot be read as markup is read as plain text."""
    text = _TYPED_BULLET.sub(r"\1- ", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = _COLUMN.sub(BETWEEN_CELLS, text).expandtabs(4).split("\n")
    return tree.clean(_Reader(lines).html())


def has_columns(text: str) -> bool:
    """Whether cells of a spreadsheet stand in it."""
    return bool(_COLUMN.search(_TYPED_BULLET.sub("", text)))


def _block_lines(nodes: Iterable[BlockNode]) -> Iterator[str]:
    before = ""
    for node in nodes:
        if before:
            yield ""
        if before == node["t"] and before in _LISTS:
            yield from (_EMPTY, "")
        yield from _lines(node)
        before = node["t"]


def _lines(node: BlockNode) -> Iterator[str]:
    kind = node["t"]
    if kind == "blockquote":
        yield from (f"> {line}".rstrip(" ") for line in _block_lines(node["c"]))
    elif kind in _LISTS:
        for place, item in enumerate(node["c"], start=1):
            sign = f"{place}. " if kind == "ol" else "- "
            first, *more = _block_lines(item["c"])
            yield sign + first
            yield from (" " * len(sign) + line if line else "" for line in more)
    else:
        for line in _Writer().inline(node["c"]).split("\n"):
            yield _HEADINGS.get(kind, "") + (_EMPTY + line if not line or _AT_START.match(line) else line)


class _Writer:
    """Signs stand where the formatting changes, so that any sequence of formats can be written."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: frozenset[str] = frozenset()

    def inline(self, nodes: Iterable[Node]) -> str:
        self._add(nodes, frozenset())
        self._turn(frozenset())
        return "".join(self._out)

    def _add(self, nodes: Iterable[Node], formats: frozenset[str]) -> None:
        for node in nodes:
            if isinstance(node, str):
                self._turn(formats)
                self._out.append(_ORDINARY.sub(r"\\\g<0>", node))
            elif node["t"] == "br":
                self._turn(formats)
                self._out.append("\n")
            elif node["t"] == "a":
                self._turn(formats)
                self._out.append("[")
                self._add(node["c"], formats)
                self._turn(formats)
                self._out.append("](" + _IN_ADDRESS.sub(r"\\\g<0>", node["href"]) + ")")
            else:
                self._add(node["c"], formats | {"*" if node["t"] == "strong" else "_"})

    def _turn(self, formats: frozenset[str]) -> None:
        self._out += sorted(formats ^ self._open)
        self._open = formats


class _Reader:
    """Reads blocks line by line."""

    def __init__(self, lines: list[str], depth: int = 0) -> None:
        self._lines = lines
        self._depth = depth
        self._place = 0

    def html(self) -> str:
        out: list[str] = []
        while self._place < len(self._lines):
            line = self._here()
            if line:
                out.append(self._block(line))
            else:
                self._place += 1
        return "".join(out)

    def _here(self) -> str:
        return self._lines[self._place].strip(" ")

    def _block(self, line: str) -> str:
        if heading := _HEADING.match(line):
            level = len(heading[1])
            words = [each[len(heading[0]) :] for each in self._take(lambda each: each.startswith(heading[0]))]
            return f"<h{level}>{_inline(words)}</h{level}>"
        if self._starts(line) and line.startswith(">"):
            inside = [each[1:].removeprefix(" ") for each in self._take(lambda each: each.startswith(">"))]
            return f"<blockquote>{self._inside(inside)}</blockquote>"
        if self._starts(line):
            tag = _list_tag(line)
            return f"<{tag}>{''.join(self._items(tag))}</{tag}>"
        self._place += 1
        return f"<p>{_inline([line, *self._take(lambda each: each and not self._starts(each))])}</p>"

    def _starts(self, line: str) -> bool:
        """Whether a block other than a paragraph starts with this line."""
        return bool(_AT_START.match(line)) and (self._depth < _DEEPEST or line.startswith("#"))

    def _take(self, belongs: Callable[[str], object]) -> Iterator[str]:
        while self._place < len(self._lines) and belongs(self._here()):
            self._place += 1
            yield self._lines[self._place - 1].strip(" ")

    def _items(self, tag: str) -> Iterator[str]:
        while self._place < len(self._lines) and _list_tag(self._here()) == tag:
            line = self._lines[self._place]
            sign = _ITEM.match(line.lstrip(" "))
            assert sign is not None  # by which `_list_tag` knows the list
            width = len(line) - len(line.lstrip(" ")) + len(sign[0])
            self._place += 1
            yield f"<li>{self._inside([line[width:], *self._indented(width)])}</li>"
            self._skip_empty()

    def _indented(self, width: int) -> Iterator[str]:
        """What follows under the first word of an item, empty lines between included."""
        while self._place < len(self._lines):
            after = self._place
            while after < len(self._lines) and not self._lines[after].strip(" "):
                after += 1
            if after == len(self._lines) or not self._lines[after].startswith(" " * width):
                return
            yield from (line[width:] for line in self._lines[self._place : after + 1])
            self._place = after + 1

    def _skip_empty(self) -> None:
        while self._place < len(self._lines) and not self._here():
            self._place += 1

    def _inside(self, lines: list[str]) -> str:
        return _Reader(lines, self._depth + 1).html()


def _list_tag(line: str) -> str:
    sign = _ITEM.match(line)
    return "" if sign is None else "ul" if sign[0] == "- " else "ol"


def _inline(lines: Iterable[str]) -> str:
    """The html of the lines of one paragraph or heading."""
    tokens = list(_TOKEN.finditer("\n".join("" if line == _EMPTY else line for line in lines)))
    links, formats = dict(_links(tokens)), set(_formats(tokens))
    is_open: set[str] = set()
    href, out = "", []
    for place, token in enumerate(tokens):
        if place in links:
            href = links[place]
        elif place in formats:
            is_open ^= {token[0]}
        else:
            out.append(_piece(token[0], href, is_open))
    return "".join(out)


def _links(tokens: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Where a link begins, with its address, and where it ends, with none."""
    start = None
    for place, token in enumerate(tokens):
        if token[0] == "[":
            start = place
        elif token["href"] is not None and start is not None:
            yield from ((start, _ESCAPED.sub(r"\1", token["href"])), (place, ""))
            start = None


def _formats(tokens: list[re.Match[str]]) -> Iterator[int]:
    """Where bold or italic begins or ends; one without an end is an ordinary character."""
    for sign in _TAGS:
        places = [place for place, token in enumerate(tokens) if token[0] == sign]
        yield from places[: len(places) // 2 * 2]


def _piece(text: str, href: str, formats: set[str]) -> str:
    html = "<br>" if text == "\n" else escape(_ESCAPED.sub(r"\1", text) if len(text) == 2 else text, quote=False)
    for sign in sorted(formats):
        html = f"<{_TAGS[sign]}>{html}</{_TAGS[sign]}>"
    return f'<a href="{escape(href)}">{html}</a>' if href else html
