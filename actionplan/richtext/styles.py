"""What styles and classes of foreign html say: formats, places beside and below each other, levels of Word's lists."""

from __future__ import annotations

import re

_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(
    r"font-weight:\s*(?:normal|400)", re.IGNORECASE
)  # Google Docs wraps what it copies in such a <b>
_ITALIC = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align:\s*super|mso-text-raise:\s*[1-9]", re.IGNORECASE)
_LOWERED = re.compile(r"vertical-align:\s*sub|mso-text-raise:\s*-[1-9]", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\bMso(?:Footnote|Endnote)Reference\b")

_BESIDE = re.compile(r"display:\s*(?:inline-(?:block|flex|grid|table)|table-cell)", re.IGNORECASE)
_BELOW = re.compile(r"display:\s*(?:block|flex|grid|table|table-row|list-item|flow-root)\s*(?:[;!]|$)", re.IGNORECASE)
_FLEX = re.compile(r"display:\s*(?:inline-)?(?:flex|grid)\b", re.IGNORECASE)
_KEEPS_SPACES = re.compile(r"white-space:\s*pre(?!-line)", re.IGNORECASE)
_TAB = re.compile(r"mso-tab-count:\s*[1-9]", re.IGNORECASE)

_LEVEL = re.compile(r"mso-list:\s*\S+\s+level([1-9])", re.IGNORECASE)
_LIST_CLASS = re.compile(r"\bMsoList(?:Paragraph|Bullet|Number)")
_INDENT = re.compile(r"margin-left:\s*(\d+(?:\.\d+)?)(pt|in|cm|px)", re.IGNORECASE)
_A_LEVEL = {"pt": 36.0, "in": 0.5, "cm": 1.27, "px": 48.0}
_HEADING_CLASS = re.compile(r"\bMsoTitle\b")


def formats(name: str, tag: str, style: str, classes: str) -> list[str]:
    """The tags that say what an element's style says."""
    if not (style or classes) or name not in {"span", "font", "a", "p", "b", "strong", "i", "em"}:
        return []
    found = []
    if name not in {"b", "strong"} and _BOLD.search(style):
        found.append("strong")
    if name not in {"i", "em"} and _ITALIC.search(style):
        found.append("em")
    if _RAISED.search(style) or _NOTE_MARK.search(classes):
        found.append("sup")
    elif _LOWERED.search(style):
        found.append("sub")
    return found if tag != "h2" else []


def is_not_bold(style: str) -> bool:
    return bool(_NOT_BOLD.search(style))


def is_beside(style: str) -> bool:
    """Whether the element stands in a box of its own in the line."""
    return bool(_BESIDE.search(style))


def is_below(style: str) -> bool:
    """Whether the element stands on lines of its own, whatever its tag."""
    return bool(_BELOW.search(style))


def is_flex(style: str) -> bool:
    """Whether what is inside stands in boxes of its own."""
    return bool(_FLEX.search(style))


def keeps_spaces(style: str) -> bool:
    return bool(_KEEPS_SPACES.search(style))


def is_tab(style: str) -> bool:
    return bool(_TAB.search(style))


def heading(attributes: dict[str, str]) -> str:
    """The heading that a paragraph or box is, in Word and on pages that say so by a role."""
    if attributes.get("role", "").strip().lower() == "heading":
        return "h2" if attributes.get("aria-level", "2").strip() in {"1", "2"} else "h3"
    return "h2" if _HEADING_CLASS.search(attributes.get("class", "")) else ""


def list_level(attributes: dict[str, str]) -> str:
    """How deep in a list a paragraph of Word stands; with "?" where only its mark can tell that it is an item."""
    style, classes = attributes.get("style", ""), attributes.get("class", "")
    if level := _LEVEL.search(style):
        return level[1]
    if not _LIST_CLASS.search(classes):
        return ""
    indent = _INDENT.search(style)
    depth = round(float(indent[1]) / _A_LEVEL[indent[2].lower()]) if indent else 1
    return f"{min(max(depth, 1), 9)}?"
