// Where the focus goes: to what the page or a part that came later names, and on from a control that went away.
//
// A part names the element with data-focus="selector"; what was refused bears autofocus, which needs no script but
// where the address leads to another place of the page. A refusal also stands first in the page's title.

const STOPS = "a[href], button, input, select, textarea, summary, [contenteditable='true'], [tabindex]";

let last = null;

function focus(element) {
  if (!element.matches(STOPS)) element.tabIndex = -1;
  element.focus();
}

function named(root) {
  const refused = root.querySelector("[autofocus]");
  if (refused) return refused;
  const part = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
  return part && document.querySelector(part.dataset.focus);
}

function arrived(root) {
  const target = named(root);
  const isLost = root !== document.body && document.activeElement === document.body;
  if (target) focus(target);
  else if (isLost) focus(root);
  showInTitle();
}

function showInTitle() {
  const { error } = document.querySelector("title").dataset;
  const words = document.title.startsWith(`${error} `) ? document.title.slice(error.length + 1) : document.title;
  document.title = document.querySelector("[data-refused]") ? `${error} ${words}` : words;
}

// The next control after one that is hidden now, in the same form or else on the page
function goOn() {
  if (!last?.isConnected || last.checkVisibility()) return;
  const around = last.closest("form") ?? document.getElementById("main");
  const stops = [...around.querySelectorAll(STOPS)].filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0);
  const next = stops.find((each) => last.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  last = null;
  (next ?? stops.at(-1))?.focus();
}

document.addEventListener("focusin", ({ target }) => (last = target));
document.addEventListener("pointerdown", () => (last = null));
document.addEventListener("htmx:load", ({ detail }) => detail.elt !== document.body && arrived(detail.elt));
new MutationObserver(goOn).observe(document.body, { subtree: true, attributeFilter: ["hidden"] });
arrived(document.body);
// The browser goes to the place that the address names when everything is there
window.addEventListener("load", () => requestAnimationFrame(() => document.querySelector("[data-refused]")?.focus()));
