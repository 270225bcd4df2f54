"""The look itself: a page with one fault of each sort is found out."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.looking import Watch

FAULTY = """<!doctype html><html lang="en"><head><title>Faulty</title>
<style>@media (prefers-color-scheme: dark) { body { background: #222; color: #333 } }</style></head>
<body><main id="main"><a href="#main">Elsewhere</a><h2 id="one">Before</h2><h1 id="one">Faulty</h1>
<button aria-label="Give back">Return</button>
<label for="two">Name<span class="asteriskField">*</span></label><input id="two">
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<div><a style="font-size: 8px" href="/a">a</a><br><a style="font-size: 8px" href="/b">b</a></div>
<div style="width: 360px">Too wide for a desk at 400 %</div><p>Words</p></main>
<script>console.error("broken")</script><link rel="stylesheet" href="/gone.css"></body></html>"""

FLAWLESS = """<!doctype html><html lang="en"><title>Flawless</title>
<a class="skip-link" href="#main">To the content</a><main id="main"><h1>Flawless</h1><p>Words</p></main>"""


def test_every_sort_of_fault_is_found(page: Page):
    watch = Watch(page)
    page.route("**/*", lambda route: route.fulfill(status=404))
    page.route("**/faulty/", lambda route: route.fulfill(body=FAULTY, content_type="text/html"))

    watch.visit("http://portal.example.org/faulty/")
    watch.look_otherwise("faulty")

    found = {
        what: sorted({words.split(":")[0].split(" ")[0] for words in words}) for what, words in watch.wrong.items()
    }
    assert found == {
        "http://portal.example.org/faulty/": [
            "404",
            "console",
            "heading",
            "id",
            "image-alt",
            "label-content-name-mismatch",
            "mark",
            "skip",
            "target-size",
        ],
        "faulty in the dark": ["color-contrast"],
        "faulty at 400 %": ["wider"],
        "faulty on a phone": ["target-size"],
    }


def test_fault_in_the_open_menu_is_found_where_the_closed_one_has_none(page: Page):
    watch = Watch(page)
    menu = '<details class="menu"><summary>Menu</summary><p style="color: #aaa">Pale</p></details>'
    body = FLAWLESS.replace("<p>Words</p>", menu)
    page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))

    watch.visit("http://portal.example.org/pale/")
    watch.look_at_menu("pale")

    assert {what: [words.split(":")[0] for words in found] for what, found in watch.wrong.items()} == {
        "pale with the menu open at 390": ["color-contrast"],
        "pale with the menu open at 900": ["color-contrast"],
    }


def test_flawless_page_has_no_fault(page: Page):
    watch = Watch(page)
    page.route("**/*", lambda route: route.fulfill(body=FLAWLESS, content_type="text/html"))

    watch.visit("http://portal.example.org/flawless/")
    watch.look_otherwise("flawless")

    assert watch.report == ""
