// The line below a form that says how its text stands, and the notes above it. Every word comes with the page.

export class DraftLine {
  constructor(form, box) {
    this.box = box;
    this.notes = box.querySelector("[data-draft-notes]");
    if (!form.querySelector("[data-draft-notes-here]")) form.prepend(this.notes);
    else form.querySelector("[data-draft-notes-here]").append(this.notes);
  }

  on(deed, listener) {
    for (const root of [this.box, this.notes]) {
      for (const button of root.querySelectorAll(`[data-do="${deed}"]`)) button.addEventListener("click", listener);
    }
  }

  ready() {
    if (!this.box.querySelector("[data-state]:not([hidden])")) this.show("ready");
  }

  show(state, words) {
    for (const each of this.box.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== state;
    const place = this.box.querySelector(`[data-state="${state}"] [data-words]`);
    if (place && words) place.textContent = words;
    this.box.dataset.now = state;
  }

  // A note with its words, or with a moment; without either it goes away
  note(name, words) {
    const note = this.notes.querySelector(`[data-note="${name}"]`);
    const place = note.querySelector("[data-words]");
    if (words && place) {
      const said = typeof words === "number" ? moment(words) : words;
      if (place.textContent !== said) place.textContent = said;
    }
    note.hidden = !words;
  }

  hideNote(name) {
    this.note(name, "");
  }

  isNoted(name) {
    return !this.notes.querySelector(`[data-note="${name}"]`).hidden;
  }
}

function moment(time) {
  const language = document.documentElement.lang;
  const at = new Date(time);
  const clock = `${at.getHours()}`.padStart(2, "0") + (language === "sv" ? "." : ":") + `${at.getMinutes()}`.padStart(2, "0");
  if (at.toDateString() === new Date().toDateString()) return clock;
  return `${new Intl.DateTimeFormat(language, { day: "numeric", month: "long" }).format(at)} ${clock}`;
}
