"""Which notices of a city remain: the latest version of each, and of each chain of changes its last link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from actionplan.notices.facts import NoticeFacts, Remark, Remarked


@dataclass(frozen=True)
class Chains:
    """The notices that remain, the earliest first, and what was found on the way."""

    remaining: tuple[NoticeFacts, ...]
    remarks: tuple[Remarked, ...]


def order(notice: NoticeFacts) -> tuple[object, ...]:
    """Earlier notices first, the same whatever order they were imported in."""
    return notice.dispatched_on, notice.dispatched_at, notice.identifier, notice.version


def of_procedure(notices: Iterable[NoticeFacts]) -> Chains:
    """The notices of one procedure that count.

    A change notice repeats the whole notice that it changes and takes its place (BT-758); a cancelling one voids it and
    says nothing itself. Where two change the same one, the later counts. Who names a notice that is not here stands.
    """
    latest = _latest(notices)
    parents, remarks = _parents(latest)
    children: dict[str, list[NoticeFacts]] = defaultdict(list)
    for notice in latest:
        if notice.identifier in parents:
            children[parents[notice.identifier].identifier].append(notice)
    first = [notice for notice in latest if notice.identifier not in parents]
    remaining = [end for start in first if (end := _end(start, children, remarks))]
    return Chains(tuple(sorted(remaining, key=order)), tuple(sorted(set(remarks))))


def _parents(latest: list[NoticeFacts]) -> tuple[dict[str, NoticeFacts], list[Remarked]]:
    """The notice that each one changes, if it is here; who changes itself, by whatever way round, changes nothing."""
    by_name = {name: notice for notice in latest for name in (notice.publication, notice.identifier) if name}
    parents = {notice.identifier: by_name[notice.changes] for notice in latest if notice.changes in by_name}
    for notice in latest:
        above, seen = parents.get(notice.identifier), {notice.identifier}
        while above and above.identifier not in seen:
            seen.add(above.identifier)
            above = parents.get(above.identifier)
        if above and above.identifier == notice.identifier:
            del parents[notice.identifier]
    missing = [notice for notice in latest if notice.changes and notice.changes not in by_name]
    return parents, [Remarked(Remark.PARENT_MISSING, notice.identifier) for notice in missing]


def _latest(notices: Iterable[NoticeFacts]) -> list[NoticeFacts]:
    found: dict[str, NoticeFacts] = {}
    for notice in sorted(notices, key=order):
        if notice.identifier not in found or notice.version >= found[notice.identifier].version:
            found[notice.identifier] = notice
    return list(found.values())


def _end(notice: NoticeFacts, children: dict[str, list[NoticeFacts]], remarks: list[Remarked]) -> NoticeFacts | None:
    """The last link of the chain that begins here; none if it ends in a cancellation."""
    while changes := sorted(children.get(notice.identifier, ()), key=order):
        if len(changes) > 1:
            remarks.append(Remarked(Remark.TWO_CHANGES, notice.identifier))
        notice = changes[-1]
    return None if notice.is_cancelling else notice
