import { moment } from "./clock.js";

// The line below a form that says how its text stands, and the notes above it. Every word comes with the page.

// What cannot be undone is asked once more
const isMeant = (button) => !button.dataset.ask || confirm(button.dataset.ask);

export class StatusLine {
  constructor(form, box) {
    this.box = box;
    this.notes = box.querySelector("[data-unsent-notes]");
    if (!form.querySelector("[data-unsent-notes-here]")) form.prepend(this.notes);
    else form.querySelector("[data-unsent-notes-here]").append(this.notes);
  }

  on(name, listener) {
    for (const root of [this.box, this.notes]) {
      for (const button of root.querySelectorAll(`[data-do="${name}"]`)) {
        button.addEventListener("click", () => isMeant(button) && listener());
      }
    }
  }

  ready() {
    if (!this.box.querySelector("[data-state]:not([hidden])")) this.show("ready");
  }

  show(state, words) {
    for (const each of this.box.querySelectorAll("[data-state]")) {
      const isHidden = each.dataset.state !== state;
      if (each.hidden !== isHidden) each.hidden = isHidden; // who listens hears what changes, and nothing twice
    }
    const place = this.box.querySelector(`[data-state="${state}"] [data-words]`);
    if (place && words && place.textContent !== words) place.textContent = words;
    this.box.dataset.now = state;
  }

  // A note with its words, or with a moment; without either it goes away
  note(name, words) {
    const note = this.notes.querySelector(`[data-note="${name}"]`);
    const place = note.querySelector("[data-words]");
    if (words && place) {
      const said = typeof words === "number" ? moment(words, this.box.dataset.clock) : words;
      if (place.textContent !== said) place.textContent = said;
    }
    note.hidden = !words;
  }

  // One more text that this browser has kept: to be taken or thrown away
  offer(time, words, { take, drop }) {
    const note = this.notes.querySelector("[data-copy]").content.firstElementChild.cloneNode(true);
    note.querySelector("[data-time]").textContent = moment(time, this.box.dataset.clock);
    note.querySelector("[data-words]").textContent = words;
    for (const [name, action] of [["take", take], ["drop", drop]]) {
      const button = note.querySelector(`[data-${name}]`);
      button.addEventListener("click", () => {
        if (!isMeant(button)) return;
        note.remove();
        action();
      });
    }
    this.notes.append(note);
  }

  hideNote(name) {
    this.note(name, "");
  }

  isNoted(name) {
    return !this.notes.querySelector(`[data-note="${name}"]`).hidden;
  }
}
