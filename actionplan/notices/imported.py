"""What became of one file of an import."""

from __future__ import annotations

from dataclasses import dataclass

from actionplan.notices.facts import Outcome, Remarked
from actionplan.notices.tree import Refusal


@dataclass(frozen=True)
class Imported:
    """One file of an import: what became of it, and what whoever imports it should know."""

    name: str
    outcome: Outcome
    notice: str = ""
    lots: int = 0
    remarks: tuple[Remarked, ...] = ()
    refusal: Refusal | None = None

    @property
    def is_here(self) -> bool:
        """Whether the city has the notice now."""
        return self.outcome not in (Outcome.PASSED_OVER, Outcome.NOT_OURS, Outcome.REFUSED)
