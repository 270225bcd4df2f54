"""The plan as one frozen document. The shape is that of docs/document.md; nothing else knows how models become it."""

from actionplan.snapshot.document import take
from actionplan.snapshot.people import Names, names, printed_name, seats

__all__ = ["Names", "names", "printed_name", "seats", "take"]
