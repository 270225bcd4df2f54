"""The hidden fields in which a form says whose it is and which unsent text it goes on with."""

from __future__ import annotations

from ulg.models import UnsentText, User
from ulg.writing import form_owner


def opened_with(unsent: UnsentText) -> dict[str, str]:
    return {"unsent_id": str(unsent.pk), "unsent_version": str(unsent.version)}


def owned_by(user: User) -> dict[str, str]:
    return {"unsent_owner": form_owner.sign(user)}


def on_page(key: str, edits: int = 1) -> dict[str, str]:
    return {"unsent_window": key, "unsent_edits": str(edits)}
