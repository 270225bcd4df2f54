"""A text as the tree of nodes of docs/document.md. `to_html` writes it; nowhere else is html made from user text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from actionplan.richtext import copied, reader
from actionplan.richtext.foreign import Told
from actionplan.richtext.reader import BlockNode, Node

_HEADINGS = {"h2": 2, "h3": 3}
_MARKUP = reader.TAGS | {f"h{level}" for level in range(2, 7)}  # read only as ours, written at any level
_BETWEEN = {"ul": "\n", "ol": "\n", "li": "\n", "blockquote": "\n\n"}


def clean(html: str) -> str:
    """The same text in our few tags, in one canonical form: cleaning it again changes nothing."""
    return to_html(nodes(html))


def told(html: str) -> Told:
    """What of this html the text cannot hold, and says in another way."""
    return reader.read_told(html)[1]


def pasted(html: str, text: str = "") -> tuple[str, Told]:
    """What was copied from another program, clean, and what of it could not be held; `text` where it has no html."""
    tree, found = reader.read_told(html or copied.to_html(text))
    return to_html(tree), found


def nodes(html: str) -> list[BlockNode]:
    """Html, cleaned or not, as the nodes that the frozen document holds."""
    return reader.read(html)


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
