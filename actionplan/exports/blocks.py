"""Texts made ready for a document: rich text as blocks of inline text only, plain text as paragraphs of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from actionplan.exports import characters

Node = dict[str, Any]

LISTS = ("ul", "ol")
HEADINGS = ("h2", "h3")
BLOCKS = ("p", *HEADINGS, *LISTS, "li", "blockquote")
DEEPEST = 5  # lists and quotes inside each other; what lies deeper is drawn in, for the compiler gives up somewhere
LONGEST_HEADING = 300  # the headings are listed beside the text, where nothing may be very long
LONGEST_ADDRESS = 2000
ADDRESS = re.compile(r"(https?|mailto):[^\s\x00-\x1f\x7f\ud800-\udfff]+", re.IGNORECASE)
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> list[list[str]]:
    """Blank lines part paragraphs; a single line end stays one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = [part.split("\n") for part in BLANK_LINES.split(text)] if text else []
    return [[line.strip() for line in lines] for lines in parts]


def blocks(nodes: Iterable[Any], depth: int = 0) -> list[Node]:
    """A tree in which every inline text stands in a paragraph or heading, and nothing is empty."""
    found: list[Node] = []
    run: list[Any] = []
    for node in nodes:
        if is_block(node):
            found += _paragraph(run)
            run = []
            found += _block(node, depth)
        else:
            run.append(node)
    return found + _paragraph(run)


def is_block(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") in BLOCKS


def is_blank(node: Any) -> bool:
    if isinstance(node, str):
        return characters.is_blank(node)
    return all(is_blank(child) for child in children(node))


def length(node: Any) -> int:
    return len(node) if isinstance(node, str) else sum(map(length, children(node)))


def children(node: Any) -> list[Any]:
    found = node.get("c") if isinstance(node, dict) else None
    return found if isinstance(found, list) else []


def _block(node: Node, depth: int) -> list[Node]:
    tag, inside = node["t"], children(node)
    if any(is_block(child) for child in inside) and tag in ("p", *HEADINGS):
        return blocks(inside, depth)
    if tag in ("p", *HEADINGS):
        return _paragraph(inside, tag)
    if tag == "li" or depth >= DEEPEST:
        return blocks(inside, depth)
    if tag == "blockquote":
        body = blocks(inside, depth + 1)
    else:
        items = [blocks([item] if not _is_item(item) else children(item), depth + 1) for item in inside]
        body = [{"t": "li", "c": item} for item in items if item]
    return [{"t": tag, "c": body}] if body else []


def _is_item(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") == "li"


def _paragraph(run: list[Any], tag: str = "p") -> list[Node]:
    inside = [inline for node in run for inline in _inline(node)]
    if all(is_blank(node) for node in inside):
        return []
    is_heading = tag in HEADINGS and sum(map(length, inside)) <= LONGEST_HEADING
    return [{"t": tag if is_heading else "p", "c": inside}]


def _inline(node: Any) -> list[Any]:
    """Bold, italic, links and line breaks; of anything else the words."""
    if isinstance(node, str):
        return [node] if node else []
    if not isinstance(node, dict):
        return []
    if node.get("t") == "br":
        return [{"t": "br"}]
    inside = [inline for child in children(node) for inline in _inline(child)]
    tag, href = node.get("t"), node.get("href")
    if tag in ("strong", "em") and inside:
        return [{"t": tag, "c": inside}]
    if tag == "a" and is_address(href) and not all(is_blank(child) for child in inside):
        return [{"t": "a", "href": href, "c": inside}]
    return inside


def is_address(href: Any) -> bool:
    return isinstance(href, str) and len(href) <= LONGEST_ADDRESS and ADDRESS.fullmatch(href) is not None
