"""Every pair of a text's colour and its ground, in the light and in the dark: 7:1, where 4.5:1 would be enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parent.parent / "static/css/tokens.css").read_text()
GROUNDS = ("paper", "surface", "sunken", "accent-soft", "asks-soft", "warns-soft")
PAIRS = [
    *((words, ground) for words in ("ink", "ink-soft", "muted", "accent", "asks", "warns") for ground in GROUNDS),
    *(("on-accent", fill) for fill in ("accent-fill", "accent-fill-hover")),
    *((words, "band") for words in ("on-band", "on-band-soft")),
    *(("ink", change) for change in ("inserted", "deleted")),
]
SHAPES = [(shape, ground) for shape in ("line-strong", "focus-color") for ground in ("paper", "surface", "sunken")]


def read(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", css))


LIGHT, DARK = (read(part) for part in TOKENS.partition("@media (forced-colors")[0].split("@media screen", 1))
LOOKS = {"light": LIGHT, "dark": LIGHT | DARK}


def colour(tokens: dict[str, str], name: str) -> str:
    value = tokens[name]
    return colour(tokens, value[6:-1]) if value.startswith("var(") else value


def luminance(value: str) -> float:
    parts = (int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: dict[str, str], one: str, other: str) -> float:
    darker, lighter = sorted(luminance(colour(tokens, name)) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_words_stand_out_by_seven_to_one(look):
    found = {pair: round(contrast(LOOKS[look], *pair), 2) for pair in PAIRS}

    assert {pair: ratio for pair, ratio in found.items() if ratio < 7} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_outlines_and_the_focus_stand_out_by_three_to_one(look):
    found = {pair: round(contrast(LOOKS[look], *pair), 2) for pair in SHAPES}

    assert {pair: ratio for pair, ratio in found.items() if ratio < 3} == {}
