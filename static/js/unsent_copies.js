// Texts that the server does not have yet, kept in this browser: one for each page, under the person who writes it.
// Nobody else's page shows them; what is left of others is handed over to the server for their writers.

import { isOpen } from "./unsent_origin.js";

const PREFIX = "genprocure-text ";
const SENT = "genprocure-sent";

export const keyOf = (owner, action, window) => `${PREFIX}${owner} ${action} ${window}`;

export function put(key, copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false; // no storage here, or it is full
  }
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

// All that the pages of one person have left for one form, the newest first
export function leftFor(owner, action) {
  const left = all().filter((copy) => copy.owner === owner && copy.about.unsent_action === action);
  return left.sort((one, other) => other.at - one.at);
}

// Others' texts go to the server with the token that says whose they are, and out of this browser once it has answered
export async function handOver(person) {
  for (const copy of all()) {
    if (copy.owner === person || (await isOpen(copy.origin.window))) continue;
    const body = new URLSearchParams({ ...copy.about, unsent_window: copy.origin.window, unsent_edits: copy.origin.edits });
    for (const [name, values] of Object.entries(copy.fields)) for (const value of values) body.append(name, value);
    try {
      const answer = await fetch(copy.keepUrl, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
      if (answer.status < 500) drop(copy.key);
    } catch {
      // no connection: the next page tries again
    }
  }
}

// A form is on its way: the page that comes next tells whether it arrived.
export function noteSent(key, owner) {
  try {
    sessionStorage.setItem(SENT, JSON.stringify({ key, owner }));
  } catch {
    // the copy stays, and is offered when the form is opened again
  }
}

// It arrived if the server sent us on to another page of this person; a page in answer to the form itself is a refusal.
export function settleSent(person) {
  try {
    const sent = JSON.parse(sessionStorage.getItem(SENT));
    sessionStorage.removeItem(SENT);
    const [visit] = performance.getEntriesByType("navigation");
    const isFine = visit.type === "navigate" && visit.redirectCount > 0 && (visit.responseStatus || 200) < 400;
    const hasReceived = document.querySelector("form[data-unsent-received]");
    if (sent && (isFine || hasReceived) && sent.owner === person) drop(sent.key);
  } catch {
    // without storage there is nothing to settle
  }
}

function all() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.map((key) => ({ key, ...read(key) })).filter((copy) => copy.about);
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
