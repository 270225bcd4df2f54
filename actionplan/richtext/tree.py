"""A text as the tree of nodes of docs/document.md. `to_html` writes it; nowhere else is html made from user text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import escape

from actionplan.richtext import copied, reader
from actionplan.richtext.foreign import Told
from actionplan.richtext.reader import BlockNode, Node

_HEADINGS = {"h2": 2, "h3": 3}
_MARKUP = reader.TAGS | {f"h{level}" for level in range(2, 7)}  # read only as ours, written at any level
_BETWEEN = {"ul": "\n", "ol": "\n", "li": "\n", "blockquote": "\n\n"}


class Text(str):
    """Html, cleaned or not, that is read once, however often something is asked of it. Nothing changes its nodes."""

    is_clean = False

    @cached_property
    def _read(self) -> tuple[list[BlockNode], Told]:
        return reader.read(str(self)) if self else ([], Told())

    @property
    def nodes(self) -> list[BlockNode]:
        return self._read[0]

    @property
    def told(self) -> Told:
        """What the nodes cannot hold of the html that was written or copied, and say in another way."""
        return self._read[1]

    @property
    def clean(self) -> Text:
        if self.is_clean:
            return self
        cleaned = Text(to_html(self.nodes))
        cleaned.is_clean, cleaned._read = True, self._read
        return cleaned


def read_once(html: str) -> Text:
    return html if isinstance(html, Text) else Text(html)


def clean(html: str) -> Text:
    """The same text in our few tags, in one canonical form: cleaning it again changes nothing."""
    return read_once(html).clean


def pasted(html: str, text: str = "") -> Text:
    """What was copied from another program, clean; `text` where it has no html."""
    return clean(html or copied.to_html(text))


def nodes(html: str) -> list[BlockNode]:
    """Html, cleaned or not, as the nodes that the frozen document holds."""
    return read_once(html).nodes


def to_html(nodes: Iterable[Node], *, rel: str = "") -> str:
    """Nodes as html that is safe whatever the nodes hold; `rel` is set on every link."""
    return "".join(_markup(node, rel) for node in nodes)


def lowered(nodes: Iterable[BlockNode], below: int) -> list[BlockNode]:
    """The same blocks as they stand under a heading of level `below`: their own come next, and none is skipped."""
    found, highest = [], 3
    for node in nodes:
        if node["t"] in _HEADINGS:
            highest = min(highest, _HEADINGS[node["t"]])
            node = node | {"t": f"h{min(below + 1 + _HEADINGS[node['t']] - highest, 6)}"}
        found.append(node)
    return found


def blocks(html: str) -> list[str]:
    """The paragraphs, headings, lists and quotes of a text, each as clean html of its own."""
    return [to_html([node]) for node in nodes(html)]


def join(blocks: Iterable[str]) -> str:
    """The text of these blocks."""
    return "".join(blocks)


def plain(text: str | Sequence[Node]) -> str:
    """The words alone, of html or of nodes: an empty line between blocks, one line for each item of a list."""
    tree = nodes(text) if isinstance(text, str) else text
    return "\n\n".join(_words(node) for node in tree)


def links(html: str) -> list[tuple[str, str]]:
    """The words of each link with its address, in their order."""
    return list(_links(nodes(html)))


def _links(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, str):
            continue
        if node["t"] == "a":
            yield _words(node), node["href"]
        else:
            yield from _links(node.get("c", ()))


def _words(node: Node) -> str:
    if isinstance(node, str):
        return node
    if node["t"] == "br":
        return "\n"
    return _BETWEEN.get(node["t"], "").join(_words(child) for child in node.get("c", ()))


def _markup(node: Node, rel: str) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    tag = node["t"]
    if tag == "br":
        return "<br>"
    inner = to_html(node.get("c", ()), rel=rel)
    if tag == "a":
        return _link(node.get("href", ""), inner, rel)
    return f"<{tag}>{inner}</{tag}>" if tag in _MARKUP else inner


def _link(href: str, inner: str, rel: str) -> str:
    href = reader.address(href)
    if not href:
        return inner
    relation = f' rel="{escape(rel)}"' if rel else ""
    return f'<a href="{escape(href)}"{relation}>{inner}</a>'
