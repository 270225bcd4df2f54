"""The words of the timeline stay left of its bars, in whatever face the browser draws them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.actionplan.exports import documents, files

TITLES = ["Inför jämställdhetsbedömning " * 5, "W" * 200, "Upphandlingsjämställdhet" * 8, "ÅÄÖ MÅL " * 25]
PLACES = """() => [...document.querySelectorAll("#timeline svg")].flatMap(svg => {
    const bars = Math.min(...[...svg.querySelectorAll("rect[rx='2']")].map(bar => bar.getBBox().x))
    const titles = [...svg.querySelectorAll("text[x='46.0']")].map(title => title.getBBox())
    const codes = [...svg.querySelectorAll("text[x='0.0']")].map(code => code.getBBox())
    return [...titles.map(box => [46, box.x + box.width, bars]), ...codes.map(box => [0, box.x + box.width, 46])]
})"""


@pytest.mark.parametrize("family", ["sans-serif", "DejaVu Sans", "Liberation Sans"])
def test_no_word_of_the_timeline_runs_under_a_bar(page: Page, family: str):
    document = documents.plan(actions=11)
    for action, title in zip(document["actions"], TITLES, strict=False):
        action["title"], action["starts_on"] = title, "2025-01-01"
    page.set_content(files.html(document, {}).decode())
    page.add_style_tag(content=f"svg text {{ font-family: {family} }}")

    found = page.evaluate(PLACES)

    assert len(found) > 22
    assert [each for each in found if each[1] > each[2]] == []
