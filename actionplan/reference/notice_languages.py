"""The languages of notices: their codes there (ISO 639-3), and as pages name a language (BCP 47)."""

from __future__ import annotations

TAGS = {
    "BUL": "bg",
    "CES": "cs",
    "DAN": "da",
    "DEU": "de",
    "ELL": "el",
    "ENG": "en",
    "EST": "et",
    "FIN": "fi",
    "FRA": "fr",
    "GLE": "ga",
    "HRV": "hr",
    "HUN": "hu",
    "ITA": "it",
    "LAV": "lv",
    "LIT": "lt",
    "MLT": "mt",
    "NLD": "nl",
    "POL": "pl",
    "POR": "pt",
    "RON": "ro",
    "SLK": "sk",
    "SLV": "sl",
    "SPA": "es",
    "SWE": "sv",
    "BOS": "bs",
    "CAT": "ca",
    "EUS": "eu",
    "GLG": "gl",
    "ISL": "is",
    "NOR": "no",
    "SRP": "sr",
}


def tag_of(code: str) -> str:
    """The language as a page names it; empty, which says that it is unknown, for any other code."""
    return TAGS.get(code, "")
