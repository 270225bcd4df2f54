// A form that is being sent: it can be read and left, and not written in, until its answer is there. It is sent once.
//
// Its fields keep the focus. It is open again when the answer is a refusal or does not come, when the page comes back,
// when the loading is stopped, and after a minute at the latest.

const LONGEST = 60_000;
const SAY_AFTER = 300;
const NO_TEXT = new Set(["hidden", "checkbox", "radio", "file", "color", "range", "submit", "button", "image", "reset"]);
const CHANGED_BY_KEYS = "select, button, input[type=checkbox], input[type=radio], input[type=range]";
const CHANGED_BY_CLICKS = "button, label, input, select, option";
const PASSED = new Set(["Tab", "Escape", "Shift", "Control", "Alt", "Meta"]);

const words = document.querySelector("script[data-sending]").dataset;
const held = new Map();
const unready = new Map();

// The form cannot be written in from now on; `isSender` if it is the one that says so.
function hold(form, isSender = true) {
  if (held.has(form)) return;
  const fields = [...form.elements].filter((field) => "readOnly" in field && !field.readOnly && !NO_TEXT.has(field.type));
  for (const field of fields) field.readOnly = true;
  const stop = new AbortController();
  for (const type of ["keydown", "mousedown", "click", "drop"]) {
    form.addEventListener(type, refuse, { capture: true, signal: stop.signal });
  }
  const timers = [setTimeout(() => release(form, "slow"), LONGEST)];
  if (isSender) timers.push(setTimeout(() => note(form, "sending"), SAY_AFTER));
  held.set(form, { fields, stop, timers, isSender });
  form.dataset.held = "";
  form.dispatchEvent(new CustomEvent("form:held", { bubbles: true, detail: { isSender } }));
}

// The form is open again; `why` says what its writer should know.
function release(form, why = "") {
  const hold = held.get(form);
  if (!hold) return;
  held.delete(form);
  hold.stop.abort();
  for (const timer of hold.timers) clearTimeout(timer);
  for (const field of hold.fields) field.readOnly = false;
  delete form.dataset.held;
  note(form, hold.isSender ? why : "");
  form.dispatchEvent(new CustomEvent("form:released", { bubbles: true, detail: { why } }));
}

function releaseAll(why) {
  for (const form of [...held.keys()]) release(form, why);
}

function refuse(event) {
  const isKey = event.type === "keydown";
  if (event.key === "Escape") return giveUp(event.currentTarget);
  if (isKey && (PASSED.has(event.key) || event.ctrlKey || event.metaKey)) return;
  if (event.type !== "drop" && !event.target.closest(isKey ? CHANGED_BY_KEYS : CHANGED_BY_CLICKS)) return;
  if (event.type === "mousedown" && !event.target.closest("select")) return;
  event.preventDefault();
  event.stopPropagation();
}

// As the browser's own button to stop the loading
function giveUp(form) {
  window.htmx?.trigger(form, "htmx:abort");
  window.stop();
  release(form, "lost");
}

function note(form, state) {
  form.querySelector("[data-sending]")?.remove();
  if (!state || !form.querySelector(".btn")) return;
  const line = document.createElement("p");
  line.className = `status ${state === "sending" ? "status-half" : "status-asks"}`;
  line.dataset.sending = state;
  line.dataset.announce = "";
  line.textContent = words[state];
  ([...form.querySelectorAll(".row-wrap")].at(-1) ?? form).append(line);
}

// What is to stand in the form is still being read: it is sent as soon as that stands there
async function sendWhenReady(form, submitter) {
  hold(form);
  await unready.get(form);
  if (!held.has(form)) return; // its sender gave up
  release(form);
  form.requestSubmit(submitter);
}

document.addEventListener("form:reading", ({ target, detail }) => {
  const ready = Promise.allSettled([unready.get(target), detail.until]).then(() => {
    if (unready.get(target) === ready) unready.delete(target);
  });
  unready.set(target, ready);
});

// The first of two clicks has sent it
window.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!held.has(form) && !unready.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!held.has(form)) sendWhenReady(form, event.submitter);
  },
  true,
);

// Last of all who hear of it: the browser takes the fields' values as they stand now
window.addEventListener("submit", (event) => {
  if (event.target.method === "post" && !event.defaultPrevented) hold(event.target);
});
window.addEventListener("pageshow", (event) => event.persisted && releaseAll(""));
window.navigation?.addEventListener("navigateerror", () => releaseAll("lost"));

// HTMX: whatever stands where the answer will stand waits with the form that asked for it
document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (detail.elt.method !== "post") return;
  hold(detail.elt);
  for (const form of detail.target.querySelectorAll("form")) hold(form, false);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!held.has(detail.elt)) return;
  const isLost = !detail.xhr.status || detail.xhr.status >= 500;
  for (const form of [...held.keys()]) if (form !== detail.elt && !held.get(form).isSender) release(form);
  release(detail.elt, isLost ? "lost" : "");
});
