from __future__ import annotations

import gzip

import pytest

from benchmarks.browsing import Answer, linked

PAGE = """<!doctype html>
<link rel="icon" href="/static/img/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/css/base.css">
<script type="module" src="/static/js/unsent_texts.js" data-member="7"></script>
<script src="https://example.org/elsewhere.js"></script>
<a href="/umea/barriers/">Barriers</a>
"""
STYLES = '@import "tokens.css"; p { background: url("../img/paper.svg#a") } i { content: url(data:image/png;base64,x) }'
MODULE = (
    'import { keep } from "./keeping.js"; import "./state.js"; const words = "from here"; export { x } from "./x.js";'
)

FETCHED = [
    ("/umea/", "text/html; charset=utf-8", PAGE, ["img/mark.svg", "css/base.css", "js/unsent_texts.js"]),
    ("/static/css/base.css", "text/css", STYLES, ["css/tokens.css", "img/paper.svg"]),
    ("/static/js/unsent_texts.js", "text/javascript", MODULE, ["js/keeping.js", "js/state.js", "js/x.js"]),
    ("/static/img/mark.svg", "image/svg+xml", '<svg><image href="/static/no.png"/></svg>', []),
]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "compressed"])
@pytest.mark.parametrize(("address", "kind", "text", "files"), FETCHED)
def test_a_first_visit_fetches_what_a_browser_would(address, kind, text, files, pack):
    answer = Answer(200, kind, pack(text.encode()), 0.1)

    assert linked(address, answer) == [f"/static/{name}" for name in files]
