"""How a comment and the answers to it are written down in the demo."""

from datetime import datetime

from genprocure.demo.text import paragraphs


def answer(author: str, at: datetime, text: str, *, is_answer: bool = True) -> dict:
    """A reply; `is_answer` where it settles the matter. Times are the city's own."""
    return {"author": author, "at": at, "text": paragraphs(text), "is_answer": is_answer}


def comment(
    key: str,
    on: tuple[str, str],
    author: str,
    at: datetime,
    text: str,
    *answers: dict,
    withdrawn_at: datetime | None = None,
) -> dict:
    """`on` is the kind of the record and its key. Times are the city's own."""
    return {
        "key": key,
        "on": on,
        "author": author,
        "at": at,
        "text": paragraphs(text),
        "answers": list(answers),
        "withdrawn_at": withdrawn_at,
    }
