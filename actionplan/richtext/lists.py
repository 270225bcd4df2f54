"""Paragraphs that are items of a list, by what Word says of them or by a typed bullet, as real lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_MOST_LEVELS = 6
_GIVEN = re.compile(r"(\d)(?:([uo?])(\d{0,6}))?")
BULLETS = "•·▪▫◦‣⁃●○■□➢➤✓✔§"
_TYPED = re.compile(r"([•·▪▫◦‣⁃●○■□➢➤])[\s\u2003]+(?=\S)")
# Word's bullets, some of them letters of a font that nobody else has
_BULLET = re.compile(rf"([{BULLETS}oØüvq*\u2013\u2014-])[\s\u2003]+(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}\.)*(\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)][\s\u2003]+(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Block = dict[str, Any]


@dataclass(frozen=True)
class Item:
    level: int
    is_numbered: bool
    number: str
    block: Block  # without its mark
    typed: Block  # with it


def listed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with neighbouring items gathered; items whose numbers a list would not show stay paragraphs."""
    found: list[Block] = []
    signs: list[str] = []
    pairs = [(block, _item(block, signs)) for each in blocks for block in _at_breaks(each)]
    for _is_item, group in groupby(pairs, lambda pair: pair[1] is not None):
        neighbours = list(group)
        if items := [item for _block, item in neighbours if item]:
            found += _gathered(items)
        else:
            found += [_without_level(block) for block, _item in neighbours]
    return found


def _at_breaks(block: Block) -> Iterator[Block]:
    """A paragraph whose lines begin with bullets, as paragraphs."""
    children = block.get("c", ())
    if block["t"] != "p" or {"t": "br"} not in children:
        yield block
        return
    lines = [list(line) for is_break, line in groupby(children, lambda child: child == {"t": "br"}) if not is_break]
    if sum(bool(_TYPED.match(_start(line))) for line in lines) < 2:
        yield block
        return
    kept: list[Any] = []
    for line in lines:
        if _TYPED.match(_start(line)) and kept:
            yield {**block, "c": kept}
            kept = []
        kept += [*([{"t": "br"}] if kept else []), *line]
    yield {**block, "c": kept}


def _item(block: Block, signs: list[str]) -> Item | None:
    given = _GIVEN.fullmatch(block.get("level", ""))
    if block["t"] != "p":
        signs.clear()
        return None
    if given is None:
        return _typed_item(block, signs)
    signs.clear()
    level, kind, number = min(int(given[1]) or 1, _MOST_LEVELS), given[2], given[3] or ""
    plain = _without_level(block)
    if kind in {"u", "o"}:
        return Item(level, kind == "o", number, plain, plain)
    start = _start(block["c"])
    mark = _BULLET.match(start) or _NUMBER.match(start)
    if mark is None:
        return None if kind == "?" else Item(level, False, "", plain, plain)
    is_numbered = mark.re is _NUMBER
    inner = {**plain, "c": _without_start(plain["c"], mark.end())}
    typed = {**plain, "c": _behind(f"{mark[0].strip()} ", inner["c"])}
    return Item(level, is_numbered, mark[1] if is_numbered else "", inner, typed)


def _typed_item(block: Block, signs: list[str]) -> Item | None:
    """An item by its bullet alone; another sign below the first one is a level of its own."""
    mark = _TYPED.match(_start(block["c"]))
    if mark is None:
        signs.clear()
        return None
    if mark[1] in signs:
        del signs[signs.index(mark[1]) + 1 :]
    elif len(signs) < _MOST_LEVELS:
        signs.append(mark[1])
    return Item(len(signs), False, "", {**block, "c": _without_start(block["c"], mark.end())}, block)


def _gathered(items: list[Item]) -> list[Block]:
    root: list[Block] = []
    open_lists: list[tuple[int, Block, int]] = []  # level, list, how many items
    for item in items:
        while open_lists and open_lists[-1][0] > item.level:
            open_lists.pop()
        tag = "ol" if item.is_numbered else "ul"
        is_next = bool(open_lists) and open_lists[-1][0] == item.level and open_lists[-1][1]["t"] == tag
        if is_next:
            _level, here, count = open_lists.pop()
        else:
            if open_lists and open_lists[-1][0] == item.level:
                open_lists.pop()
            here, count = {"t": tag, "c": []}, 0
            (open_lists[-1][1]["c"][-1]["c"] if open_lists else root).append(here)
        here["c"].append({"t": "li", "c": [item.block]})
        open_lists.append((item.level, here, count + 1))
        if item.is_numbered and item.number and count + 1 not in _values(item.number):
            return listed(each.typed for each in items)
    return root


def _values(number: str) -> set[int]:
    """What a number may mean: 3, c, iii."""
    if number.isdecimal():
        return {int(number)}
    number = number.lower()
    found = {ord(number) - ord("a") + 1} if len(number) == 1 else set()
    if set(number) <= set(_ROMAN):
        digits = [_ROMAN[each] for each in number]
        found.add(sum(-one if one < other else one for one, other in zip(digits, [*digits[1:], 0], strict=True)))
    return found


def _without_level(block: Block) -> Block:
    return {name: value for name, value in block.items() if name != "level"}


def _start(nodes: Iterable[Any]) -> str:
    """The first words: of a mark no more than the first stretches are needed."""
    words = ""
    for node in nodes:
        if isinstance(node, str):
            words += node
        elif node["t"] == "br":
            break
        else:
            words += _start(node["c"])
        if len(words) > 20:
            break
    return words


def _without_start(nodes: list[Any], length: int) -> list[Any]:
    """The nodes without their first characters."""
    kept: list[Any] = []
    for node in nodes:
        if length <= 0:
            kept.append(node)
        elif isinstance(node, str):
            if node[length:]:
                kept.append(node[length:])
            length -= len(node)
        else:
            inner = _without_start(node["c"], length)
            length -= len(_words(node["c"]))
            if inner:
                kept.append({**node, "c": inner})
    return kept


def _behind(mark: str, nodes: list[Any]) -> list[Any]:
    first, *more = nodes
    return [mark + first, *more] if isinstance(first, str) else [mark, *nodes]


def _words(nodes: Iterable[Any]) -> str:
    return "".join(node if isinstance(node, str) else _words(node.get("c", ())) for node in nodes)
