"""What belongs together stays on one line: a number with its unit, a paragraph's sign with its number, a date. Pure."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "January|February|March|April|May|June|July|August|October|November|December"
)
BEFORE = (
    r"§§?|kap\.|[Aa]rt(?:ikel|icle|\.)|[Cc]hapter|[Ss]ection|[Mm]öte|[Vv]ersion|[Bb]ilaga|[Aa]nnex|[Nn]r|[Nn]o\.|kl\.|"
    r"s\.|p\."
)
UNIT = (
    r"%|‰|§|€|\$|£|°|[A-Z]{3}\b|(?:m?n?kr|tkr|kronor|euro|procent(?:enheter)?|per cent|percent|miljon(?:er)?|"
    r"miljard(?:er)?|million|billion|tusen|thousand|år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|timm(?:e|ar)|minut(?:er)?|years?|"
    r"months?|weeks?|days?|hours?|minutes?|kap\.|st|kg|ton|km|m|h)(?!\w)"
)
GROUPED = rf"\d{{1,3}}(?:[ {NO_BREAK}.,]\d{{3}})+(?!\d)"
BONDS = (
    re.compile(r"(?<=\d) (?=\d{3}(?!\d))"),  # 1 200 000
    re.compile(rf"(?<!\w)(?:{BEFORE}) (?=\d)"),  # § 5
    re.compile(rf"(?<=\d) (?={UNIT})"),  # 12 %
    re.compile(rf"(?<=\d) (?:{MONTHS})\b(?: (?=\d{{4}}(?!\d)))?"),  # 1 May 2026
    re.compile(rf"\b(?:{MONTHS}) (?=\d{{4}}(?!\d))"),  # May 2026
    re.compile(rf"(?<=[€$£]) (?=\d)|(?<=\b[A-Z]{{3}}) (?={GROUPED})"),  # SEK 3 500
)
HAS_DIGIT = re.compile(r"\d")


def together(text: str) -> str:
    """The text with no-break spaces where a line must not end."""
    if not HAS_DIGIT.search(text):
        return text
    for bond in BONDS:
        text = bond.sub(lambda bound: bound[0].replace(" ", NO_BREAK), text)
    return text
