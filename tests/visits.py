"""What stands in each address of a city with one of everything, and who gets what where the page looks closer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from actionplan.exports.formats import FORMATS
from actionplan.kinds import KINDS
from tests import page_roles
from tests.addresses import Address
from tests.page_roles import ROLES
from tests.places import CLOSED, FORMER, OPEN, SECTION, TOKEN, Place
from ulg.models import Revised
from ulg.roles import Role

STRANGER, NOBODY = "another city's coordinator", "nobody"
EVERYBODY = (*ROLES, FORMER, STRANGER, NOBODY)
ANSWERED, FORBIDDEN, MISSING, WRONG_METHOD = "answered", "403", "404", "405"


@dataclass(frozen=True)
class Visit:
    """The parts of one address, and what comes of it for those who do not get what the page's permission says.

    `sent` is posted; what comes of that is in `posted` where it is not what comes of a look at the page.
    """

    parts: dict[str, Any]
    instead: dict[str, str] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    posted: dict[str, str] = field(default_factory=dict)


def visits(place: Place, address: Address) -> list[Visit]:
    """Every visit of this address that may come out differently."""
    if address.name in SPECIAL:
        return list(SPECIAL[address.name](place))
    return [Visit({part: _value(place, part, address) for part in address.parts if part != "city"})]


# What stands in the parts that are not `<kind>_id` of a record
VALUES: dict[str, Callable[[Place], Any]] = {
    "member_id": lambda place: place.records["membership"].pk,
    "notice_id": lambda place: place.city.notices.first().pk,
    "import_id": lambda place: place.city.notice_imports.first().pk,
    "supplier_id": lambda place: place.city.suppliers.first().pk,
    "identifier": lambda place: f"procedure-of-{place.city.slug}",
    "number": lambda place: OPEN,
    "key": lambda place: SECTION,
    "format": lambda place: "json",
    "token": lambda place: f"{TOKEN}-{place.city.slug}",
}
# The parts that name nothing of a city's own
NO_RECORD = {"city", "kind", "key", "format", "revision", "token"}


def _value(place: Place, part: str, address: Address) -> Any:
    if part in VALUES:
        return VALUES[part](place)
    kind = part.removesuffix("_id")
    if kind in place.removed and address.name.endswith("-return"):
        return place.removed[kind].pk
    if part != kind and kind in place.records:
        return place.records[kind].pk
    pytest.fail(
        f"{address} has a new part <{part}>. If it names a record, put one into `records` of tests/places.py; "
        "else say in VALUES of tests/visits.py what stands there, and in NO_RECORD that it is no record."
    )


def _fronts(place: Place) -> Iterator[Visit]:
    """Whoever has no seat finds the published plan; sending a form there is as on any page of the city."""
    others = dict.fromkeys((NOBODY, STRANGER, FORMER), ANSWERED)
    yield Visit({}, others, posted={NOBODY: page_roles.LOGIN_PAGE, STRANGER: MISSING, FORMER: MISSING})


def _versions(place: Place) -> Iterator[Visit]:
    yield from (Visit({"number": number}) for number in (OPEN, CLOSED))


def _files(place: Place) -> Iterator[Visit]:
    yield from (Visit({"number": number, "format": format}) for number in (OPEN, CLOSED) for format in FORMATS)


def _draft_files(place: Place) -> Iterator[Visit]:
    """Without the PDF: compiling one takes a second, and the permission is the same."""
    yield from (Visit({"format": format}) for format in FORMATS if format != "pdf")


def _published(visits: Iterator[Visit]) -> Iterator[Visit]:
    """Nobody finds a closed version among the published ones, not even its coordinator."""
    for visit in visits:
        yield Visit(visit.parts, dict.fromkeys(EVERYBODY, MISSING) if visit.parts["number"] == CLOSED else {})


def _records_to_comment(place: Place) -> Iterator[Visit]:
    yield from (Visit({"kind": kind.name, "record_id": place.records[kind.name].pk}) for kind in KINDS)


def _records_with_files(place: Place) -> Iterator[Visit]:
    """Whoever may change a record may add a file to it."""
    editors = page_roles.roles_from(Role.EDITOR)
    for kind in KINDS:
        yield Visit({"kind": kind.name, "record_id": place.records[kind.name].pk}, _instead(editors))
    for kind, record in place.correctable.items():
        yield Visit({"kind": kind, "record_id": record.pk}, _instead({Role.MEMBER, *editors}))


def _files_to_change(place: Place) -> Iterator[Visit]:
    yield Visit({"attachment_id": place.records["attachment"].pk}, _instead(page_roles.roles_from(Role.EDITOR)))


def _files_to_restore(place: Place) -> Iterator[Visit]:
    yield Visit({"attachment_id": place.removed["attachment"].pk}, _instead(page_roles.roles_from(Role.EDITOR)))


def _texts_to_keep(place: Place) -> Iterator[Visit]:
    """A text is kept for whoever may send its form."""
    barrier = place.records["barrier"].pk
    comment = place.url("actionplan:comment-add", kind="barrier", record_id=barrier)
    change = place.url("actionplan:barrier-edit", barrier_id=barrier)
    yield Visit({}, sent={"unsent_action": comment, "unsent_page": comment})
    yield Visit(
        {}, sent={"unsent_action": change, "unsent_page": change}, posted=_instead(page_roles.roles_from(Role.MEMBER))
    )
    add = place.url("actionplan:action-add")
    yield Visit(
        {}, sent={"unsent_action": add, "unsent_page": add}, posted=_instead(page_roles.roles_from(Role.EDITOR))
    )


def _corrections(kind: str) -> Callable[[Place], Iterator[Visit]]:
    """A member corrects what is their own, until somebody has built on it."""

    def found(place: Place) -> Iterator[Visit]:
        editors = page_roles.roles_from(Role.EDITOR)
        yield Visit({f"{kind}_id": place.correctable[kind].pk}, _instead({Role.MEMBER, *editors}))
        yield Visit({f"{kind}_id": place.records[kind].pk}, _instead(editors))
        yield Visit({f"{kind}_id": place.removed[kind].pk}, _instead(editors))

    return found


def _unsent_texts(place: Place) -> Iterator[Visit]:
    for owner, unsent in place.unsent_texts.items():
        yield Visit({"unsent_id": unsent.pk}, _instead({owner}, else_=MISSING))


def _comments_to_edit(place: Place) -> Iterator[Visit]:
    for author, comment in place.own_comments.items():
        yield Visit({"comment_id": comment.pk}, _instead({author}))


def _comments_to_withdraw(place: Place) -> Iterator[Visit]:
    for author, comment in place.own_comments.items():
        yield Visit({"comment_id": comment.pk}, _instead({author, Role.COORDINATOR}))


def _histories(place: Place) -> Iterator[Visit]:
    for kind in Revised.kinds():
        readers = page_roles.who_may(page_roles.HISTORY_READERS, kind)
        yield Visit({"kind": kind, "record_id": _record(place, kind).pk}, _instead(readers))


def _restores(place: Place) -> Iterator[Visit]:
    for kind in Revised.kinds():
        parts = {"kind": kind, "record_id": _record(place, kind).pk, "revision": 1}
        restorers = page_roles.who_may(page_roles.RESTORERS, kind)
        yield Visit(
            parts,
            _instead(
                restorers,
            ),
        )


def _lots_to_decide(place: Place) -> Iterator[Visit]:
    yield Visit({}, sent={"procedure": f"speaks-in-{place.city.slug}", "lot": "LOT-0001"})


def _instead(answered: set[str], else_: str = FORBIDDEN) -> dict[str, str]:
    return {role: ANSWERED if role in answered else else_ for role in ROLES}


def _record(place: Place, kind: str) -> Revised:
    if kind not in place.records:
        pytest.fail(f"{kind} is a new kind of revised record: put one into `records` of tests/places.py.")
    return place.records[kind]


SPECIAL: dict[str, Callable[[Place], Iterator[Visit]]] = {
    **{f"actionplan:{kind}-edit": _corrections(kind) for kind in page_roles.CONTRIBUTED},
    "actionplan:overview": _fronts,
    "actionplan:attachment-add": _records_with_files,
    "actionplan:attachment-remove": _files_to_change,
    "actionplan:attachment-return": _files_to_restore,
    "actionplan:comment-add": _records_to_comment,
    "actionplan:comment-edit": _comments_to_edit,
    "actionplan:comment-withdraw": _comments_to_withdraw,
    "actionplan:draft-export": _draft_files,
    "actionplan:possible-decide": _lots_to_decide,
    "actionplan:published-file": lambda place: _published(_files(place)),
    "actionplan:published-version": lambda place: _published(_versions(place)),
    "actionplan:version": _versions,
    "actionplan:version-export": _files,
    "ulg:unsent-discard": _unsent_texts,
    "ulg:unsent-keep": _texts_to_keep,
    "ulg:history": _histories,
    "ulg:member-return": lambda place: iter([Visit({"member_id": place.seats[FORMER].pk})]),
    "ulg:restore": _restores,
}
