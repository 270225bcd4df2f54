"""Finding what people wrote whichever way it is typed: one normal form for the words sought and the words found. Pure.

`normal` makes the form, `query` reads what somebody asks for, `excerpts` shows where it stands in a text.
"""

from ulg.search.excerpts import Piece, excerpt, marked
from ulg.search.normal import normal_form, search_text
from ulg.search.query import Query, Term

__all__ = ["Piece", "Query", "Term", "excerpt", "marked", "normal_form", "search_text"]
