// One form whose text is kept while somebody writes: on the server every few seconds, in this browser until it is there.

import * as copies from "./draft_copies.js";
import { fieldsOf, fill, sameText } from "./draft_fields.js";
import { DraftLine } from "./draft_line.js";

const FETCH = { "X-Requested-With": "fetch" };

const EVERY = 2500;
const COPY_AFTER = 300;
const SLOW = 600;
const TRY_AGAIN = [3000, 5000, 10000, 20000];
const LOOK_EVERY = 20000;

export class Draft {
  constructor(form, member) {
    const box = form.querySelector("[data-draft-state]");
    this.form = form;
    this.line = new DraftLine(form, box);
    this.keepUrl = box.dataset.keep;
    this.discardUrl = box.dataset.discard;
    this.record = box.dataset.record;
    this.draftedAt = Date.parse(box.dataset.drafted) || 0;
    this.openedAt = box.dataset.opened;
    this.behind = Date.parse(this.openedAt) - Date.now(); // how far this clock is behind the server's
    this.action = new URL(form.getAttribute("action") || location.href, location.href).pathname;
    this.member = member;
    this.key = copies.keyOf(member, this.action);
    this.shown = fieldsOf(form);
    this.failures = 0;
    this.isDirty = this.isSent = this.isInsisting = this.isOut = false;
    if ("draftReceived" in form.dataset) copies.drop(this.key);
    form.addEventListener("input", () => this.wrote());
    form.addEventListener("change", () => this.wrote());
    this.line.on("retry", () => this.save());
    this.line.on("insist", () => this.insist());
    this.line.on("drop", () => this.dropCopy());
    this.line.on("restore", () => this.restore());
    this.find();
    if (this.record) this.looking = setInterval(() => this.isWatched && this.look(), LOOK_EVERY);
  }

  get isGone() {
    return !this.form.isConnected;
  }

  get isWatched() {
    return !this.isGone && !this.isSent && document.visibilityState === "visible";
  }

  // What an earlier visit left in this browser
  find() {
    const copy = copies.get(this.key);
    if (!copy) return this.line.ready();
    if (sameText(copy.fields, this.shown)) {
      copies.drop(this.key);
      return this.line.ready();
    }
    this.copy = copy;
    const nothingSince = (copy.fields.revision ?? [""])[0] === (this.shown.revision ?? [""])[0];
    if (copy.at > this.draftedAt && (!copy.isSent || (this.record && nothingSince))) this.restore();
    else this.line.note("offered", copy.at - this.behind);
  }

  restore() {
    fill(this.form, this.copy.fields);
    this.line.hideNote("offered");
    this.line.note("restored", this.copy.at - this.behind);
    this.wrote();
  }

  dropCopy() {
    this.line.hideNote("offered");
    if (this.line.isNoted("restored")) {
      this.line.hideNote("restored");
      this.stopTimers();
      this.isDirty = false;
      fill(this.form, this.shown);
      this.line.show("ready");
      if (this.discardUrl) fetch(this.discardUrl, { method: "POST", body: new FormData(this.form), headers: FETCH });
    }
    copies.drop(this.key);
  }

  wrote() {
    if (this.isSent) return;
    this.isDirty = true;
    this.copying ??= setTimeout(() => this.keepCopy(), COPY_AFTER);
    if (!this.failures) this.saving ??= setTimeout(() => this.save(), EVERY);
  }

  keepCopy(isSent = false) {
    clearTimeout(this.copying);
    this.copying = null;
    if (!this.isDirty && !isSent) return true;
    return copies.put(this.key, { at: Date.now() + this.behind, fields: fieldsOf(this.form), isSent });
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
    if (response.status === 401 || response.redirected) return this.failed("out");
    const answer = await response.json().catch(() => null);
    if (response.ok) return this.kept(answer);
    if (response.status === 403 && !answer && !isSecond) {
      // The form's token is older than the last login
      if (await this.look()) return this.post(this.body(), true);
      return null;
    }
    if (response.status === 409) return this.failed("elsewhere", answer?.words);
    return this.failed(answer ? "refused" : "failed", answer?.words);
  }

  body() {
    const body = new FormData(this.form);
    const about = {
      action: this.action,
      page: this.form.dataset.draftPage || location.pathname,
      title: this.form.dataset.draftTitle ?? "",
      record: this.record,
      window: copies.windowName(),
      opened: this.isInsisting ? "" : this.openedAt,
    };
    for (const [name, value] of Object.entries(about)) body.set(`draft_${name}`, value);
    return body;
  }

  kept(answer) {
    this.failures = 0;
    this.isInsisting = false;
    this.discardUrl = answer.discard;
    if (!this.isDirty) copies.drop(this.key);
    this.line.show("saved", answer.saved);
    this.heard(answer);
  }

  failed(state, words) {
    this.isDirty = true;
    const hasCopy = this.keepCopy();
    this.line.show(state === "offline" && !hasCopy ? "failed" : state, words);
    if (state === "out") {
      this.isOut = true;
      return null;
    }
    const wait = TRY_AGAIN[Math.min(this.failures, TRY_AGAIN.length - 1)];
    this.failures += 1;
    if (state !== "elsewhere") this.saving = setTimeout(() => this.save(), wait);
    return null;
  }

  insist() {
    this.isInsisting = true;
    this.isDirty = true;
    this.save();
  }

  // Ask what the others do; a login in another window is noticed here too
  async look() {
    const asked = new URLSearchParams({ draft_action: this.action, draft_record: this.record, revision: this.revision });
    try {
      const response = await fetch(`${this.keepUrl}?${asked}`, { headers: FETCH });
      if (!response.ok || response.redirected) throw new Error("not logged in");
      this.heard(await response.json());
      if (this.isOut) {
        this.isOut = false;
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
  }

  // The form is being sent. A draft still on its way must arrive before it, else it would outlive what it was for.
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
      copies.noteSent(this.key, this.member);
      this.isSent = true;
    }
  }

  arrived() {
    copies.drop(this.key);
  }

  notArrived() {
    this.isSent = false;
    this.failed("failed");
  }

  // Nobody looks at the page any more: do not wait for the next round
  hidden() {
    if (this.isDirty && !this.isOut) this.save();
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
