"""What the local group of Umeå wrote about the barriers, and what was answered. Times are local."""

from datetime import datetime

from genprocure.demo.text import paragraphs


def _answer(author: str, at: datetime, text: str, *, is_answer: bool = True) -> dict:
    return {"author": author, "at": at, "text": paragraphs(text), "is_answer": is_answer}


def _comment(
    key: str, on: tuple[str, str], author: str, at: datetime, text: str, *answers: dict, withdrawn_at: datetime | None = None
) -> dict:
    """`on` is the kind of the record and its key."""
    return {
        "key": key,
        "on": on,
        "author": author,
        "at": at,
        "text": paragraphs(text),
        "answers": list(answers),
        "withdrawn_at": withdrawn_at,
    }


COMMENTS = []
