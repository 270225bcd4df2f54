// One form whose text is kept while somebody writes: on the server every few seconds, in this browser until it is there.

import * as copies from "./unsent_copies.js";
import { fieldsOf } from "./unsent_fields.js";
import { Recovery } from "./unsent_recovery.js";
import { StatusLine } from "./unsent_status.js";
import { Origin } from "./unsent_origin.js";

const FETCH = { "X-Requested-With": "fetch" };

const EVERY = 2500;
const COPY_AFTER = 300;
const SLOW = 600;
const TRY_AGAIN = [3000, 5000, 10000, 20000];
const LOOK_EVERY = 20000;

export class UnsentText {
  constructor(form, wasTouched = false) {
    const box = form.querySelector("[data-unsent-state]");
    this.form = form;
    this.line = new StatusLine(form, box);
    this.origin = new Origin(form);
    this.keepUrl = box.dataset.keep;
    this.discardUrl = box.dataset.discard;
    this.record = box.dataset.record;
    this.behind = Date.parse(box.dataset.opened) - Date.now(); // how far this clock is behind the server's
    this.action = new URL(form.getAttribute("action") || location.href, location.href).pathname;
    this.owner = box.dataset.owner;
    this.failures = 0;
    this.isDirty = this.isSent = this.isOut = this.hasText = false;
    form.addEventListener("input", () => this.wrote());
    form.addEventListener("change", () => this.wrote());
    this.line.on("retry", () => this.save());
    if (wasTouched) this.wrote();
    this.recovery = new Recovery(this, box);
    if (this.record) this.looking = setInterval(() => this.isWatched && this.look(), LOOK_EVERY);
  }

  get isGone() {
    return !this.form.isConnected;
  }

  get isWatched() {
    return !this.isGone && !this.isSent && document.visibilityState === "visible";
  }

  get key() {
    return copies.keyOf(this.owner, this.action, this.origin.window);
  }

  // What stands in the form now stays a text of its own
  async setAside() {
    if (!this.hasText) return;
    await this.onItsWay;
    await this.save();
    await this.rest();
    this.origin.begin();
  }

  // Nothing more is sent of what stands here, and nothing is on its way
  async rest() {
    this.stopTimers();
    clearTimeout(this.copying);
    this.copying = null;
    this.isDirty = false;
    await this.onItsWay;
  }

  // By the page that asks, whose token the server requires; what cannot be deleted now stays an unsent text
  async discard() {
    try {
      const page = await fetch(this.discardUrl, { headers: FETCH });
      const asking = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main form");
      await fetch(this.discardUrl, { method: "POST", body: new FormData(asking), headers: FETCH });
    } catch {}
  }

  wrote() {
    if (this.isSent) return;
    this.isDirty = this.hasText = true;
    this.origin.typed();
    this.copying ??= setTimeout(() => this.keepCopy(), COPY_AFTER);
    if (!this.failures) this.saving ??= setTimeout(() => this.save(), EVERY);
  }

  keepCopy(isSent = false) {
    clearTimeout(this.copying);
    this.copying = null;
    if (!this.isDirty && !isSent) return true;
    const { id, version, window, edits } = this.origin;
    const at = Date.now() + this.behind;
    const fields = fieldsOf(this.form);
    const origin = { id, version, window, edits };
    return copies.put(this.key, { owner: this.owner, at, fields, isSent, origin, about: this.about, keepUrl: this.keepUrl });
  }

  async save() {
    this.stopTimers();
    if (!this.isDirty || this.isSent || this.isGone || this.onItsWay) return;
    this.isDirty = false;
    const slow = setTimeout(() => this.line.show("saving"), SLOW);
    this.onItsWay = this.post(this.body()).catch(() => this.failed("offline"));
    await this.onItsWay;
    this.onItsWay = null;
    clearTimeout(slow);
    if (this.isDirty && !this.failures) this.wrote();
  }

  async post(body, isSecond = false) {
    const response = await fetch(this.keepUrl, { method: "POST", body, headers: FETCH });
    const answer = await response.json().catch(() => null);
    if (response.status === 401 || response.redirected) return this.loggedOut(answer);
    if (response.status === 409) return this.isOthers(answer);
    if (response.ok) return this.kept(answer);
    if (response.status === 403 && !answer && !isSecond) {
      // The form's token is older than the last login
      if (await this.look()) return this.post(this.body(), true);
      return this.isClosed ? null : this.failed("failed");
    }
    return this.failed(answer ? "refused" : "failed", answer?.words);
  }

  body() {
    const body = new FormData(this.form);
    for (const [name, value] of Object.entries(this.about)) body.set(name, value);
    return body;
  }

  get about() {
    return {
      unsent_action: this.action,
      unsent_page: this.form.dataset.unsentPage || location.pathname,
      unsent_title: this.form.dataset.unsentTitle ?? "",
      unsent_record: this.record,
      unsent_owner: this.form.elements.unsent_owner.value,
    };
  }

  kept(answer) {
    this.failures = 0;
    this.discardUrl = answer.discard;
    this.origin.kept(answer);
    if (!this.isDirty) copies.drop(this.key);
    this.line.show("saved", answer.saved);
    this.heard(answer);
  }

  failed(state, words) {
    this.isDirty = true;
    const hasCopy = this.keepCopy();
    this.line.show(hasCopy || state === "refused" ? state : "failed-here", words);
    this.tryAgain();
    return null;
  }

  tryAgain() {
    const wait = TRY_AGAIN[Math.min(this.failures, TRY_AGAIN.length - 1)];
    this.failures += 1;
    this.stopTimers();
    this.saving = setTimeout(() => this.save(), wait);
  }

  // Nobody is logged in any more: the server keeps the text for its writer, or else this browser does
  loggedOut(answer) {
    this.isOut = true;
    this.handedOver(answer);
    this.line.show(answer?.kept ? "out" : "out-here");
    return null;
  }

  // Somebody else is logged in: nothing is saved in their name, and the page closes
  isOthers(answer) {
    this.isClosed = true;
    this.handedOver(answer);
    document.dispatchEvent(new CustomEvent("unsent:other-person"));
    return null;
  }

  handedOver(answer) {
    this.isUnattended = true;
    if (!answer?.kept) this.isDirty = true;
    if (this.isDirty) this.keepCopy();
    else copies.drop(this.key);
  }

  // The page closes: whether all that was written on it is kept
  async giveBack() {
    this.stop();
    await this.onItsWay;
    if (!this.isDirty || this.isSent) return true;
    this.keepCopy();
    try {
      const response = await fetch(this.keepUrl, { method: "POST", body: this.body(), headers: FETCH });
      const isKept = response.ok || (await response.json()).kept;
      if (isKept) copies.drop(this.key);
      return isKept;
    } catch {
      return false;
    }
  }

  // Ask what the others do; a login in another window is noticed here too
  async look() {
    const asked = new URLSearchParams({ unsent_action: this.action, unsent_record: this.record, revision: this.revision });
    try {
      const response = await fetch(`${this.keepUrl}?${asked}`, { headers: FETCH });
      if (!response.ok || response.redirected) throw new Error("not logged in");
      const answer = await response.json();
      if (String(answer.owner) !== this.owner) {
        this.isOthers(null);
        return false;
      }
      this.heard(answer);
      if (this.isOut) {
        this.isOut = false;
        this.isDirty ||= this.isUnattended;
        this.save();
      }
      return true;
    } catch {
      return false;
    }
  }

  get revision() {
    return this.form.elements.revision?.value ?? "";
  }

  heard(answer) {
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = answer.token;
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": answer.token }));
    this.line.note("writers", answer.writers);
    this.line.note("newer", answer.newer);
    if ("others" in answer) this.line.note("others", answer.others);
  }

  // The form is being sent. A text still on its way must arrive before it, else it would outlive what it was for.
  sending(event) {
    const hold = this.onItsWay || !navigator.onLine;
    if (hold) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (!navigator.onLine) {
      this.failed("offline");
    } else if (this.onItsWay) {
      this.onItsWay.finally(() => setTimeout(() => this.form.requestSubmit(event.submitter)));
    } else {
      this.stopTimers();
      this.keepCopy(true);
      copies.noteSent(this.key, this.owner);
      this.isSent = true;
    }
  }

  arrived() {
    copies.drop(this.key);
  }

  // The form says itself that it may not have been received; what stands in it is kept on
  notArrived() {
    this.isSent = false;
    this.isDirty = true;
    this.keepCopy();
    this.tryAgain();
  }

  // Nobody looks at the page any more: do not wait for the next round
  hidden() {
    if (this.isDirty) this.save();
  }

  // The page is being left: one last try, which the browser finishes without us
  leaving() {
    if (!this.isDirty || this.isSent || this.isGone) return;
    this.keepCopy();
    fetch(this.keepUrl, { method: "POST", body: this.body(), headers: FETCH, keepalive: true }).catch(() => {});
  }

  cameBack() {
    this.isSent = false;
    if (this.isWatched) this.look();
  }

  online() {
    if (this.isDirty && !this.isGone) this.save();
  }

  stopTimers() {
    clearTimeout(this.saving);
    this.saving = null;
  }

  stop() {
    this.stopTimers();
    clearTimeout(this.copying);
    clearInterval(this.looking);
  }
}
