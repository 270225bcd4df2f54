"""Texts of about the length that people write, the same ones every time."""

from __future__ import annotations

PLACES = ["school meals", "cleaning", "road works", "home care", "transport", "uniforms", "playgrounds", "IT support"]
MATTERS = [
    "the needs of those who use the service are not described",
    "nobody asks who does the work and on what terms",
    "the lots are larger than a small company can bear",
    "the figures are not broken down by women and men",
    "the contract says nothing about working hours",
    "the follow-up stops at the invoice",
    "the dialogue reaches the same three companies every time",
]
SENTENCES = [
    "This came up in the last round of tenders and again in the talks with the suppliers.",
    "Two departments have met it, and they solved it in different ways.",
    "We would need one more month in the calendar, and somebody who owns the question.",
    "The law allows it as long as the requirement is linked to what is bought.",
    "A small company told us that it reads forty pages before it learns whether it may bid.",
    "What we cannot count today we could count from next year, if the form asked for it.",
    "The committee has asked for a proposal before the summer.",
    "It costs little to try in one contract, and then we know.",
]
FIRST_NAMES = ["Alva", "Birk", "Cleo", "Disa", "Egil", "Frej", "Gry", "Hedda", "Ivar", "Jorun", "Kaisa", "Love"]
LAST_NAMES = ["Aspdal", "Björkby", "Ekvik", "Granås", "Lönnhed", "Oxelmo", "Rönnfors", "Sälgö", "Tallberga", "Videnäs"]


def name(turn: int) -> str:
    return f"{_pick(FIRST_NAMES, turn)} {_pick(LAST_NAMES, turn // len(FIRST_NAMES) + turn)}"


def title(turn: int) -> str:
    return f"In {_pick(PLACES, turn)} {_pick(MATTERS, turn // 3)}"


def text(turn: int, sentences: int = 4) -> str:
    return " ".join(_pick(SENTENCES, turn * 3 + each) for each in range(sentences))


def section(turn: int) -> str:
    """A page of rich text."""
    paragraphs = "".join(f"<p>{text(turn + each, 5)}</p>" for each in range(4))
    points = "".join(f"<li><p>{_pick(MATTERS, turn + each).capitalize()}.</p></li>" for each in range(3))
    return f"<h2>{title(turn)}</h2>{paragraphs}<ul>{points}</ul>"


def _pick(words: list[str], turn: int) -> str:
    return words[turn % len(words)]
