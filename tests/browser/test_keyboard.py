"""Whatever can be clicked is reached with the Tab key, is seen when it is, and lets go of the focus again."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests import places
from tests.places import Place
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 400
# What can be clicked and is shown; of radio buttons with one name Tab stops at one
REACHABLE = """() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    const seen = [...all].filter(each => !each.disabled && each.type !== "hidden" && each.checkVisibility() &&
        each.tabIndex >= 0 && !(each.isContentEditable && each.matches("a")));
    const groups = new Set();
    const stops = seen.filter(each => each.type !== "radio" || (!groups.has(each.name) && groups.add(each.name)));
    stops.forEach((each, place) => each.dataset.stop = place);
    return stops.map(each => each.outerHTML.slice(0, 120));
}"""
FOCUSED = """() => {
    const each = document.activeElement;
    if (!each || each === document.body) return null;
    // The calendar's own button inside a day is framed by the browser
    const isCalendar = each.type === "date" && !each.matches(":focus");
    const framed = isCalendar || [each, each.closest(".editor")].filter(Boolean).some(one => {
        const look = getComputedStyle(one);
        return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    });
    const box = [...each.getClientRects()].find(box => box.width > 1 && box.height > 1);
    const inside = box && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
    const top = inside && document.elementFromPoint(Math.min(box.left + 2, innerWidth - 1),
        Math.max(0, Math.min(box.top + box.height / 2, innerHeight - 1)));
    const covered = top && !(each.contains(top) || top.contains(each) || top.tagName === "LABEL");
    const radio = each.type === "radio" && document.querySelector(`[name="${each.name}"][data-stop]`);
    return {stop: (radio || each).dataset.stop ?? "", framed, shown: Boolean(inside), covered: Boolean(covered),
        html: each.outerHTML.slice(0, 120)};
}"""


def addresses(place: Place) -> list[str]:
    return [
        reverse("account_logout"),
        place.url("actionplan:overview"),
        place.url("actionplan:barriers"),
        place.url("actionplan:barrier", barrier_id=place.records["barrier"].pk),
        place.url("actionplan:action-edit", action_id=place.records["action"].pk),
        place.url("actionplan:baseline"),
        place.url("actionplan:answer-edit", answer_id=place.records["answer"].pk),
        place.url("actionplan:plan"),
        place.url("actionplan:section-edit", key=places.SECTION),
        place.url("actionplan:search") + "?q=a",
        place.url("actionplan:publish"),
        place.url("actionplan:published-version", number=places.OPEN),
        place.url("ulg:group"),
        place.url("ulg:history", kind="barrier", record_id=place.records["barrier"].pk),
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_is_reached_by_tab_and_seen_when_it_is(browse, width: int):
    place = places.build("here")
    page = browse(place.seats[Role.COORDINATOR], viewport={"width": width, "height": 700}, reduced_motion="reduce")
    wrong = []

    for url in addresses(place):
        page.goto(url)
        page.wait_for_load_state("networkidle")
        wrong += [f"{url} {fault}" for fault in tab_through(page)]

    assert wrong == [], "\n".join(wrong)


def tab_through(page: Page) -> list[str]:
    """What is wrong on the way through the page, once around."""
    stops = page.evaluate(REACHABLE)
    way: list[str] = []
    faults = []
    for _step in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        stop = focused["stop"]
        if stop and stop in way and stop != way[-1]:  # a day has several stops of its own
            break
        way.append(stop)
        faults += [
            f"{fault}: {focused['html']}" for fault in ("unframed", "unseen", "covered") if is_so(fault, focused)
        ]
    return faults + [f"not reached: {html}" for place, html in enumerate(stops) if str(place) not in way]


def is_so(fault: str, focused: dict) -> bool:
    return {"unframed": not focused["framed"], "unseen": not focused["shown"], "covered": focused["covered"]}[fault]
