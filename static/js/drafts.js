// Every form of the page whose text is kept, also those that come later, and the editors in them.
// It comes with the first such form: other pages do not load what only these need.

import { Draft } from "./draft.js";
import { isTouched } from "./draft_fields.js";
import { closePage, closeWith } from "./person.js";

const drafts = new Map();

async function start(root) {
  for (const form of forms(root)) {
    if (drafts.has(form)) continue;
    drafts.set(form, null);
    const wasTouched = isTouched(form); // before an editor puts a text in its own order
    await startEditors(form);
    if (form.isConnected) drafts.set(form, new Draft(form, wasTouched || isTouched(form, ":not([data-editor])")));
  }
  for (const [form, draft] of drafts) {
    if (form.isConnected) continue;
    draft?.stop();
    drafts.delete(form);
  }
}

function forms(root) {
  const found = [...root.querySelectorAll("form[data-draft]")];
  if (root.matches?.("form[data-draft]")) found.push(root);
  return found.filter((form) => form.querySelector("[data-draft-state]"));
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

function all(deed) {
  for (const draft of drafts.values()) draft?.[deed]();
}

// Its reader has gone: what they wrote is kept for them, and no longer shown
async function close() {
  const open = [...drafts.values()].filter(Boolean);
  drafts.clear();
  const kept = await Promise.all(open.map((draft) => draft.giveBack()));
  closePage(kept.every(Boolean), open.some((draft) => draft.hasText));
}

document.addEventListener("submit", (event) => drafts.get(event.target)?.sending(event), true);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const draft = drafts.get(event.detail.elt);
  if (draft && event.detail.xhr.status < 300) draft.arrived();
});
document.addEventListener("htmx:sendError", (event) => drafts.get(event.detail.elt)?.notArrived());
document.addEventListener("htmx:responseError", (event) => drafts.get(event.detail.elt)?.notArrived());
document.addEventListener("form:held", (event) => event.detail.isSender || drafts.get(event.target)?.keepCopy());
document.addEventListener("form:released", (event) => event.detail.why && drafts.get(event.target)?.notArrived());
document.addEventListener("visibilitychange", () => all(document.visibilityState === "hidden" ? "hidden" : "cameBack"));
window.addEventListener("pagehide", () => all("leaving"));
window.addEventListener("online", () => all("online"));

closeWith(close);
document.addEventListener("draft:other-person", close);

start(document.documentElement);
