"""A frozen document with what is read of it: worked out once, however many formats and pages ask."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from actionplan.document import canonical, schema
from actionplan.document.upgrade import Document, upgrade


@dataclass(frozen=True)
class FrozenDocument:
    content: Document  # in the schema that it was frozen with

    @classmethod
    def read(cls, text: str) -> FrozenDocument:
        return cls(json.loads(text))

    @cached_property
    def text(self) -> str:
        """The canonical JSON."""
        return canonical.canonical(self.content)

    @cached_property
    def sha256(self) -> str:
        return canonical.sha256(self.text)

    @cached_property
    def plan(self) -> dict[str, Any]:
        """In today's schema, with every key that an export reads; whoever shows it changes nothing in it."""
        return schema.whole(upgrade(self.content))
