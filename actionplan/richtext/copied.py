"""Plain text that was copied from a PDF, a mail or a spreadsheet, as html: its lines, lists, quotes and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise

from actionplan.richtext.lists import BULLETS
from ulg.plaintext import clean

_BULLET = re.compile(rf"\s*[{BULLETS}][\s\u2003]+(?=\S)")
_DASH = re.compile(
    r"\s*[-–*o][ \t]+(?=\S)"
)  # a list only where there are several, for a dash also begins what one says
_NUMBER = re.compile(r"\s*(\d{1,2})[.)][ \t]+(?=\S)")
_QUOTE = re.compile(r"\s*>[> ]*")
_MARK = re.compile(rf"^\s*(?:[{BULLETS}o*\u2013-]|\d{{1,2}}[.)])\t")
_COLUMNS = re.compile(r"\S *\t")
_PART = re.compile(r"(?P<word>\w+)-$")
_SOFT = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_WORD = re.compile(r"[\w-]+")
# "social- och": what follows shares the end of the word, and the hyphen stays with a space
_SHARED = frozenset(
    {"och", "eller", "samt", "respektive", "and", "or", "to", "und", "oder", "bzw", "sowie", "et", "ou", "e", "o", "y"}
    | {"u", "i", "ili", "og", "en", "of", "ja", "tai", "és", "vagy", "a", "nebo"}
)
_LONG = 0.7  # of the longest line: one as long was broken where the page ended
_SHORTEST_LONG = 40

_Line = tuple[str, str]


def to_html(text: str) -> str:
    """Html of a copied text; what is a table in it is one here, to be flattened as any other."""
    lines = [line.rstrip() for line in clean(_SOFT.sub("", text)).split("\n")]
    known = {word.lower() for line in lines for word in _WORD.findall(line)}
    return "".join(_Blocks(known).of(lines))


class _Blocks:
    def __init__(self, known: set[str], shortest: int = 20) -> None:
        self._known = known
        self._shortest = shortest  # a line before a small letter goes on if it is as long

    def of(self, lines: list[str]) -> Iterator[str]:
        for kind, group in groupby(_marked(lines), lambda pair: pair[0]):
            found = [line for _kind, line in group]
            if kind == "quote":
                inner = _Blocks(self._known, 0).of([_QUOTE.sub("", line, count=1) for line in found])
                yield f"<blockquote>{''.join(inner)}</blockquote>"
            elif kind == "columns":
                yield _table(found)
            elif kind == "text":
                yield from self._paragraph(found)

    def _paragraph(self, lines: list[str]) -> Iterator[str]:
        for tag, pattern in (("ul", _BULLET), ("ul", _DASH), ("ol", _NUMBER)):
            starts = [place for place, line in enumerate(lines) if pattern.match(line)]
            if starts and _is_list(tag, pattern, [lines[place] for place in starts]):
                if starts[0]:
                    yield f"<p>{self._joined(lines[: starts[0]], self._shortest)}</p>"
                items = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
                inner = (self._joined([pattern.sub("", item[0], count=1), *item[1:]], 0) for item in items)
                yield f"<{tag}>{''.join(f'<li>{words}</li>' for words in inner)}</{tag}>"
                return
        yield f"<p>{self._joined(lines, self._shortest)}</p>"

    def _joined(self, lines: list[str], shortest: int) -> str:
        """The lines of one paragraph: those that the page's edge broke, or a sentence goes on over, are one."""
        longest = max(map(len, lines))
        text = lines[0].strip()
        for line, after in pairwise(lines):
            words = after.strip()
            if part := self._ending(text, words):
                text = text[: len(text) - len(part[0])] + part[1] + words
            elif len(line) >= max(_LONG * longest, _SHORTEST_LONG) or (words[:1].islower() and len(line) > shortest):
                text = f"{text} {words}"
            else:
                text = f"{text}\n{words}"
        return escape(text, quote=False).replace("\n", "<br>")

    def _ending(self, text: str, after: str) -> tuple[str, str] | None:
        """How a word that a hyphen ends goes on: what of the text is replaced, and by what before the next word."""
        part = _PART.search(text)
        if part is None:
            return None
        word, first = part["word"], _WORD.match(after)
        if first is None:
            return None
        if first[0].lower() in _SHARED:
            return "", " "
        whole, parted = (f"{word}{mark}{first[0]}".lower() for mark in ("", "-"))
        is_one_word = word.islower() and first[0][0].islower() and len(word) > 1
        return ("-", "") if is_one_word and (whole in self._known or parted not in self._known) else ("", "")


def _marked(lines: Iterable[str]) -> Iterator[_Line]:
    """Each line with what it belongs to; an empty line parts paragraphs."""
    for line in lines:
        if not line.strip():
            yield "", ""
        elif _QUOTE.match(line):
            yield "quote", line
        elif _COLUMNS.search(_MARK.sub("", line, count=1)):
            yield "columns", line
        else:
            yield "text", line


def _is_list(tag: str, pattern: re.Pattern[str], starts: list[str]) -> bool:
    if tag == "ol":
        numbers = [int(mark[1]) for line in starts if (mark := pattern.match(line))]
        return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return pattern is _BULLET or len(starts) > 1


def _table(lines: list[str]) -> str:
    rows = ("</td><td>".join(escape(cell.strip(), quote=False) for cell in line.split("\t")) for line in lines)
    return f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>"
