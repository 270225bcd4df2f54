// Every form of the page whose text is kept, also those that come later, and the editors in them.

import { settleSent } from "./draft_copies.js";
import { Draft } from "./draft.js";

const member = document.querySelector("script[data-member]")?.dataset.member;
const drafts = new Map();

async function start(root) {
  for (const form of forms(root)) {
    if (drafts.has(form)) continue;
    drafts.set(form, null);
    await startEditors(form);
    if (form.isConnected) drafts.set(form, new Draft(form, member));
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

// A form that was opened in its place on this page goes when the page comes anew
function reload(event) {
  const link = event.target.closest("a[data-reload]");
  if (!link || link.pathname !== location.pathname) return;
  event.preventDefault();
  location.hash = link.hash;
  location.reload();
}

document.addEventListener("click", reload);
document.addEventListener("submit", (event) => drafts.get(event.target)?.sending(event), true);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const draft = drafts.get(event.detail.elt);
  if (draft && event.detail.xhr.status < 300) draft.arrived();
});
document.addEventListener("htmx:sendError", (event) => drafts.get(event.detail.elt)?.notArrived());
document.addEventListener("htmx:responseError", (event) => drafts.get(event.detail.elt)?.notArrived());
document.addEventListener("visibilitychange", () => all(document.visibilityState === "hidden" ? "hidden" : "cameBack"));
window.addEventListener("pagehide", () => all("leaving"));
window.addEventListener("pageshow", (event) => event.persisted && all("cameBack"));
window.addEventListener("online", () => all("online"));

settleSent(member);
start(document.documentElement);
