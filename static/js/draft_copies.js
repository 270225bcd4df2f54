// Texts that the server does not have yet, kept in this browser. A member's copies are not shown to another.

const PREFIX = "genprocure-text ";
const SENT = "genprocure-sent";
const WINDOW = "genprocure-window";
let name = crypto.randomUUID?.() ?? String(Math.random());

export const keyOf = (member, action) => `${PREFIX}${member} ${action}`;

export function put(key, copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false; // no storage here, or it is full
  }
}

export function get(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

// This window of the browser, whatever pages it shows.
export function windowName() {
  try {
    name = sessionStorage.getItem(WINDOW) ?? name;
    sessionStorage.setItem(WINDOW, name);
  } catch {
    // the name lasts as long as the page
  }
  return name;
}

// A form is on its way: the page that comes next tells whether it arrived.
export function noteSent(key, member) {
  try {
    sessionStorage.setItem(SENT, JSON.stringify({ key, member }));
  } catch {
    // the copy stays, and is offered when the form is opened again
  }
}

// It arrived if the server sent us on to another page of this member; a page in answer to the form itself is a refusal.
export function settleSent(member) {
  try {
    const sent = JSON.parse(sessionStorage.getItem(SENT));
    sessionStorage.removeItem(SENT);
    const [visit] = performance.getEntriesByType("navigation");
    const isFine = visit.type === "navigate" && visit.redirectCount > 0 && (visit.responseStatus || 200) < 400;
    if (sent && isFine && sent.member === member) drop(sent.key);
  } catch {
    // without storage there is nothing to settle
  }
}
