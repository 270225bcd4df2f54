"""The look itself: a page with one fault of each sort is found out."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.looking import Watch

FAULTY = """<!doctype html><html lang="en"><head><title>Faulty</title>
<style>@media (prefers-color-scheme: dark) { body { background: #222; color: #333 } }</style></head>
<body><main><h1>Faulty</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<div style="width: 360px">Too wide for a desk at 400 %</div><p>Words</p></main>
<script>console.error("broken")</script><link rel="stylesheet" href="/gone.css"></body></html>"""


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
        "http://portal.example.org/faulty/": ["404", "console", "image-alt"],
        "faulty in the dark": ["color-contrast"],
        "faulty at 400 %": ["wider"],
    }


def test_flawless_page_has_no_fault(page: Page):
    watch = Watch(page)
    flawless = '<!doctype html><html lang="en"><title>Flawless</title><main><h1>Flawless</h1><p>Words</p></main>'
    page.route("**/*", lambda route: route.fulfill(body=flawless, content_type="text/html"))

    watch.visit("http://portal.example.org/flawless/")
    watch.look_otherwise("flawless")

    assert watch.report == ""
