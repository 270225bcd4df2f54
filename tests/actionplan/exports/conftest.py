from __future__ import annotations

import pytest

from tests.actionplan.exports import documents, files


@pytest.fixture(scope="session")
def published() -> bytes:
    """Version 2 of a Swedish plan with eleven actions, its fixed words in English."""
    return files.pdf(documents.plan(actions=11), documents.names(), "en")


@pytest.fixture(scope="session")
def draft() -> bytes:
    """A draft with much left to do."""
    document = documents.draft(actions=2, comments=[])
    document["sections"]["vision"] = {"status": "not_started", "nodes": []}
    document["sections"]["needs"]["status"] = "review"
    document["actions"][0] |= {
        "starts_on": None,
        "ends_on": None,
        "lead": "",
        "responsible": "",
        "cost": {"kind": "", "amount": None, "hours": None},
        "funding": {"source": "", "status": "", "amount": None},
        "indicators": [],
        "risk": {"text": "", "likelihood": None, "impact": None, "mitigation": ""},
    }
    return files.pdf(document, documents.names(), "en")
