"""The hidden fields in which a form says whose it is and which unsent text it goes on with."""

from __future__ import annotations

from ulg.models import UnsentText, User
from ulg.writing import form_owner


def opened_with(draft: UnsentText) -> dict[str, str]:
    return {"draft_id": str(draft.pk), "draft_version": str(draft.version)}


def owned_by(user: User) -> dict[str, str]:
    return {"draft_owner": form_owner.sign(user)}


def on_page(key: str, edits: int = 1) -> dict[str, str]:
    return {"draft_window": key, "draft_edits": str(edits)}
