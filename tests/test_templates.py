"""Every name that a template asks for is given by something: Django shows nothing in place of one that is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})
# Of Django and allauth, and the words that tags are made of
GIVEN = {"forloop", "block", "redirect_field", "redirect_field_value"}
WORDS = {
    "if",
    "in",
    "not",
    "and",
    "or",
    "is",
    "with",
    "only",
    "as",
    "asvar",
    "count",
    "trimmed",
    "context",
    "by",
    "for",
}
WORDS |= {"None", "True", "False"}
WITHOUT_NAMES = {"load", "extends", "block", "endblock", "translate", "plural"}
STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
NAME = re.compile(r"(?<![\w.|:-])[a-zA-Z_]\w*")


def tags(source: str) -> Iterator[tuple[str, str]]:
    """The name of each tag of a template, or nothing for a variable, and what follows it, without strings."""
    for token in Lexer(source).tokenize():
        words = STRING.sub("", token.contents)
        if token.token_type == TokenType.VAR:
            yield "", words
        elif token.token_type == TokenType.BLOCK:
            name, _space, rest = words.partition(" ")
            yield name, rest


def asked_for(source: str) -> set[str]:
    return {name for tag, words in tags(source) if tag not in WITHOUT_NAMES for name in NAME.findall(words)} - WORDS


def given_by(source: str) -> Iterator[str]:
    """The names that a template gives itself or the partials in it."""
    for tag, words in tags(source):
        yield from re.findall(r"\bas (\w+)", words)
        yield from re.findall(r"\b(\w+)=", words)
        if tag == "for":
            yield from NAME.findall(words.partition(" in ")[0])


def given_by_python() -> Iterator[str]:
    for path in (path for app in ("actionplan", "genprocure", "ulg") for path in (ROOT / app).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.keyword) and node.arg:
                yield node.arg


@pytest.fixture(scope="module")
def given() -> set[str]:
    in_templates = {name for path in TEMPLATES for name in given_by(path.read_text())}
    return {*GIVEN, *in_templates, *given_by_python()}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_every_name_in_a_template_is_given(path, given):
    assert asked_for(path.read_text()) - given == set()
