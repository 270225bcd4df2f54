"""What cannot be undone is asked once more, on a page of its own, and done only from that page."""

from __future__ import annotations

import hashlib
import json

from django.core import signing

from ulg.access import CityRequest

FIELD = "confirmation"
SALT = "ulg.confirmation"
VALID_FOR = 12 * 3600


def token(request: CityRequest, facts: object = ()) -> str:
    """Stands in the form of the page that asks: this person was asked this, with these facts before their eyes."""
    return signing.dumps(_asked(request, facts), salt=SALT)


def is_confirmed(request: CityRequest, facts: object = ()) -> bool:
    """Whether the form comes from the page that asks, and what it said still holds."""
    try:
        asked = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        return False
    return asked == _asked(request, facts)


def asking_status(request: CityRequest) -> int:
    """Of the page that asks: a form that was sent without it is refused."""
    return 422 if request.method == "POST" else 200


def _asked(request: CityRequest, facts: object) -> str:
    asked = json.dumps([request.membership.pk, request.path, facts], default=str, sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()
