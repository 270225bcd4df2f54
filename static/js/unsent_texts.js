// Every form of the page whose text is kept, also those that come later, and the editors in them.
// It comes with the first such form: other pages do not load what only these need.

import { UnsentText } from "./unsent_text.js";
import { isTouched } from "./unsent_fields.js";
import { closePage, closeWith } from "./person.js";

const texts = new Map();

async function start(root) {
  for (const form of forms(root)) {
    if (texts.has(form)) continue;
    texts.set(form, null);
    const wasTouched = isTouched(form); // before an editor puts a text in its own order
    await startEditors(form);
    if (form.isConnected) texts.set(form, new UnsentText(form, wasTouched || isTouched(form, ":not([data-editor])")));
  }
  for (const [form, text] of texts) {
    if (form.isConnected) continue;
    text?.stop();
    texts.delete(form);
  }
}

function forms(root) {
  const found = [...root.querySelectorAll("form[data-unsent]")];
  if (root.matches?.("form[data-unsent]")) found.push(root);
  return found.filter((form) => form.querySelector("[data-unsent-state]"));
}

async function startEditors(form) {
  for (const area of form.querySelectorAll("textarea[data-editor]")) {
    try {
      const { Editor } = await import("./editor.js");
      new Editor(area);
    } catch (error) {
      console.error(error); // the text area is there, and does it too
    }
  }
}

function all(method) {
  for (const text of texts.values()) text?.[method]();
}

// Its reader has gone: what they wrote is kept for them, and no longer shown
async function close() {
  const open = [...texts.values()].filter(Boolean);
  texts.clear();
  const kept = await Promise.all(open.map((text) => text.giveBack()));
  closePage(kept.every(Boolean), open.some((text) => text.hasText));
}

document.addEventListener("submit", (event) => texts.get(event.target)?.sending(event), true);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const text = texts.get(event.detail.elt);
  if (text && event.detail.xhr.status < 300) text.arrived();
});
document.addEventListener("htmx:sendError", (event) => texts.get(event.detail.elt)?.notArrived());
document.addEventListener("htmx:responseError", (event) => texts.get(event.detail.elt)?.notArrived());
document.addEventListener("form:held", (event) => event.detail.isSender || texts.get(event.target)?.keepCopy());
document.addEventListener("form:released", (event) => event.detail.why && texts.get(event.target)?.notArrived());
document.addEventListener("visibilitychange", () => all(document.visibilityState === "hidden" ? "hidden" : "cameBack"));
window.addEventListener("pagehide", () => all("leaving"));
window.addEventListener("online", () => all("online"));

closeWith(close);
document.addEventListener("unsent:other-person", close);

start(document.documentElement);
