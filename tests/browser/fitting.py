"""Whether what a page says fits: into the window, into its own box, and beside its neighbours."""

from __future__ import annotations

from collections.abc import Collection

from playwright.sync_api import Page

# What WCAG 1.4.12 lets a reader set
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
}"""
OPEN_FOLDS = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"

# Each line of text as it is drawn is a box, and so is each control; a scrolling box holds whatever stands in it
MISFITS = """() => {
    const found = [], texts = [], room = document.documentElement.clientWidth;
    const style = new Map(), boxes = new Map();
    const styleOf = each => style.get(each) ?? style.set(each, getComputedStyle(each)).get(each);
    const boxOf = each => boxes.get(each) ?? boxes.set(each, each.getBoundingClientRect()).get(each);
    const isInline = each => ["inline", "contents"].includes(styleOf(each).display);
    const blockOf = each => isInline(each) ? blockOf(each.parentElement) : each;
    const holder = each => each.closest(".menu-inside, dialog") ?? document.body;
    const named = each => "<" + each.tagName.toLowerCase() + (each.className.baseVal ?? each.className ? " class=" +
        (each.className.baseVal ?? each.className) : "") + ">";
    const isHidden = each => each.closest(".visually-hidden, .skip-link, option, noscript") ||
        !each.checkVisibility({ visibilityProperty: true });

    if (document.documentElement.scrollWidth > room) {
        const wide = [...document.body.querySelectorAll("*")].filter(each => boxOf(each).right > room + 1).pop();
        found.push("wider than the window: " + (wide ? named(wide.parentElement) + named(wide) : ""));
    }
    const leaves = (box, element) => {
        for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
            const { overflowX, position } = styleOf(each), inside = boxOf(each);
            if (["auto", "scroll"].includes(overflowX) && each !== document.body) return null;
            const isBox = !isInline(each) && !each.closest("svg");
            if (isBox && (box.right > inside.right + 1.5 || box.left < inside.left - 1.5)) return each;
            if (overflowX !== "visible" && (box.bottom > inside.bottom + 3 || box.top < inside.top - 3))
                if (["hidden", "clip"].includes(styleOf(each).overflowY)) return each;
            if (["absolute", "fixed"].includes(position)) return null;
        }
        return null;
    };
    const shown = (box, element) => {
        for (let each = element.parentElement; each !== document.body; each = each.parentElement) {
            if (!["auto", "scroll"].includes(styleOf(each).overflowY)) continue;
            const { top, bottom, left, right } = boxOf(each);
            const [from, to] = [Math.max(box.top, top), Math.min(box.bottom, bottom)];
            const [start, end] = [Math.max(box.left, left), Math.min(box.right, right)];
            box = new DOMRect(start, from, Math.max(0, end - start), Math.max(0, to - from));
        }
        return box;
    };
    const note = (element, drawn, words) => {
        if (drawn.width < 1 || drawn.height < 1) return;
        const left = leaves(drawn, element), box = shown(drawn, element);
        if (left) found.push("outside of " + named(left) + ": " + words);
        texts.push({ box, words, element, block: blockOf(element), holder: holder(element) });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || isHidden(element)) continue;
        range.selectNodeContents(node);
        const words = named(element) + " " + node.data.trim().slice(0, 30);
        for (const box of range.getClientRects()) note(element, box, words);
    }
    for (const each of document.querySelectorAll("input, select, textarea, button, progress, .ProseMirror"))
        if (!isHidden(each)) note(each, boxOf(each), named(each));

    texts.sort((one, other) => one.box.top - other.box.top);
    texts.forEach((one, place) => {
        for (const other of texts.slice(place + 1, place + 400)) {
            if (other.box.top >= one.box.bottom) break;
            if (one.block === other.block && !one.element.closest("svg") || one.holder !== other.holder) continue;
            if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
            if (across > 2 && down > 0.3 * Math.min(one.box.height, other.box.height))
                found.push("over a neighbour: " + one.words + " and " + other.words);
        }
    });
    return [...new Set(found)].slice(0, 12);
}"""

# A word stands on two lines where no hyphen of its writer says that it may
PARTED = """words => {
    const found = new Set(), known = new Set(words), range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const unseen = ".visually-hidden, .skip-link, .fingerprint, option, script, svg";
        if (!node.data.trim() || element.closest(unseen)) continue;
        range.selectNodeContents(node);
        if (range.getClientRects().length < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
        for (const { 0: word, index } of node.data.matchAll(/(?<![\\p{L}@./])\\p{L}+(?![\\p{L}@/])/gu)) {
            if (!known.has(word.toLowerCase())) continue;
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = [...range.getClientRects()].filter(box => box.width > 0);
            if (lines.length && lines.at(-1).top > lines[0].top + 2)
                found.add("parted in <" + element.tagName.toLowerCase() + ">: " + word);
        }
    }
    return [...found];
}"""


def misfits(page: Page, width: int, height: int = 900) -> list[str]:
    """What is wider than the window or its own box, cut off, or drawn over something else."""
    page.set_viewport_size({"width": width, "height": height})
    return page.evaluate(MISFITS)


def parted(page: Page, width: int, words: Collection[str]) -> list[str]:
    """Those of these words, written small, that the page breaks into two lines."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(PARTED, list(words))


def open_folds(page: Page) -> None:
    page.evaluate(OPEN_FOLDS)


def space_texts(page: Page) -> None:
    """Lines, letters, words and paragraphs as far apart as WCAG 1.4.12 asks."""
    page.evaluate(SPACING)
