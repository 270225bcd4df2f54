from typing import Any

from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, Any]:
    """What every page shows: whether this is the demo, the languages to choose from, whom to write to."""
    return {"is_demo": settings.IS_DEMO, "languages": settings.LANGUAGES, "contact_email": settings.CONTACT_EMAIL}
