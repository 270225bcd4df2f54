"""Which roles may open which page, stated a second time beside the code. A new page needs a line here."""

from __future__ import annotations

import pytest

from ulg.roles import Role

# Whoever may do something, may as well do what the roles before theirs in this order may
ROLES = [Role.OBSERVER, Role.MEMBER, Role.EDITOR, Role.COORDINATOR]
CONTRIBUTED = ("barrier", "solution")  # may be corrected by whoever added them, until somebody has built on them
RECORD_KINDS = ("finding", "barrier", "solution", "objective", "action", "indicator")

# The pages of a city, each with the lowest role that may
LOWEST_ROLE: dict[Role, set[str]] = {
    Role.OBSERVER: {
        *(f"actionplan:{kind}" for kind in RECORD_KINDS),
        *(f"actionplan:{page}" for page in ("overview", "barriers", "solutions", "actions")),
        *(f"actionplan:{page}" for page in ("baseline", "assessment", "answer", "findings")),
        *(
            f"actionplan:{page}"
            for page in ("plan", "section", "search", "versions", "version", "version-export", "my-name")
        ),
        *(
            f"actionplan:{page}"
            for page in ("figures", "about-figures", "counted", "possible", "procedure", "notice-document")
        ),
        "actionplan:entered-figure",
        "actionplan:attachment",
        *(f"actionplan:comment-{form}" for form in ("add", "reply", "edit", "withdraw")),
        *(f"ulg:{page}" for page in ("group", "organisations", "me", "me-person", "history", "restore")),
        *(f"ulg:{page}" for page in ("unsent-texts", "unsent-keep", "unsent-discard")),
    },
    Role.MEMBER: {
        *(f"actionplan:{kind}-{form}" for kind in CONTRIBUTED for form in ("add", "edit")),
        "actionplan:own-score",
        *(f"actionplan:attachment-{form}" for form in ("add", "remove", "return")),
    },
    Role.EDITOR: {
        *(f"actionplan:{kind}-{form}" for kind in RECORD_KINDS for form in ("remove", "return")),
        *(f"actionplan:{kind}-edit" for kind in RECORD_KINDS if kind not in CONTRIBUTED),
        *(f"actionplan:{kind}-add" for kind in ("finding", "objective", "action", "indicator")),
        *(f"actionplan:{page}" for page in ("plan-edit", "section-edit", "section-status", "pasted")),
        *(f"actionplan:assessment-{form}" for form in ("add", "edit", "close")),
        *(f"actionplan:{page}" for page in ("statement-add", "answer-edit")),
        "actionplan:solution-adopt",
        "actionplan:draft-export",
        *(f"actionplan:notice-{page}" for page in ("upload", "imports", "import", "import-files")),
        "actionplan:possible-decide",
        "actionplan:suppliers",
        *(f"actionplan:supplier-{page}" for page in ("add", "edit", "remove", "download", "template")),
        *(f"actionplan:supplier-{page}" for page in ("upload", "check", "drop")),
        *(f"actionplan:entered-figure-{form}" for form in ("add", "edit", "remove", "return")),
    },
    Role.COORDINATOR: {
        *(f"actionplan:{page}" for page in ("publish", "version-open", "version-close")),
        *(f"ulg:{page}" for page in ("former-members", "organisation-add", "organisation", "city")),
        *(f"ulg:member{page}" for page in ("", "-add", "-end", "-return", "-invite")),
    },
}
OPEN_TO_ALL = {"actionplan:published", "actionplan:published-version", "actionplan:published-file"}

# The pages of no city that need no login: what somebody without one gets for GET and for POST
LOGIN_PAGE = "to the login page"
OPEN_PAGES: dict[str, tuple[int | str, int | str]] = {
    "home": (200, 405),
    "health": (200, 405),
    "accessibility": (200, 405),
    "privacy": (200, 405),
    "language": (405, 302),
    "account_login": (200, 422),
    "account_request_login_code": (200, 422),
    "account_confirm_login_code": (LOGIN_PAGE, LOGIN_PAGE),
    "account_logout": (302, 302),
    "invitation": (200, 302),
    "demo_login": (405, 404),
    "demo_mail": (404, 405),
}

# Two views look closer than their permission does. None: nobody, the words are their author's
HISTORY_READERS: dict[str, Role | None] = dict.fromkeys(
    [*RECORD_KINDS, "plan", "section", "assessment", "answer", "attachment", "enteredfigure", "city", "organisation"],
    Role.OBSERVER,
)
HISTORY_READERS |= {"comment": Role.EDITOR, "membership": Role.COORDINATOR}
RESTORERS: dict[str, Role | None] = dict.fromkeys(
    [*RECORD_KINDS, "plan", "section", "assessment", "answer", "enteredfigure"], Role.EDITOR
)
RESTORERS |= {"city": Role.COORDINATOR, "organisation": Role.COORDINATOR, "comment": None, "membership": None}
RESTORERS |= {"attachment": None}


def roles_from(lowest: Role) -> set[Role]:
    return set(ROLES[ROLES.index(lowest) :])


def lowest_role(page: str) -> Role:
    for role, names in LOWEST_ROLE.items():
        if page in names:
            return role
    pytest.fail(f"{page} is new: say in LOWEST_ROLE of tests/page_roles.py which role is the lowest that may see it.")


def who_may(table: dict[str, Role | None], kind: str) -> set[Role]:
    """The roles that one of the two closer tables lets in."""
    if kind not in table:
        pytest.fail(f"{kind} is a new kind of revised record: add it to HISTORY_READERS and RESTORERS here.")
    lowest = table[kind]
    return roles_from(lowest) if lowest else set()
