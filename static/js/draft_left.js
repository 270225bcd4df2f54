// What earlier pages left in this browser for a form: it comes back, or is offered where there is a choice.

import * as copies from "./draft_copies.js";
import { fieldsOf, fill, firstWords, sameText } from "./draft_fields.js";
import { isOpen, takeOver } from "./draft_origin.js";

export class Left {
  constructor(draft, box) {
    this.draft = draft;
    this.draftedAt = Date.parse(box.dataset.drafted) || 0;
    this.writtenBy = box.dataset.writtenBy;
    this.shown = fieldsOf(draft.form);
    draft.line.on("drop", () => this.dropRestored());
    this.find();
  }

  async find() {
    const { draft } = this;
    if (this.writtenBy && (await isOpen(this.writtenBy))) {
      draft.origin.letGo();
      draft.line.note("elsewhere", true);
    }
    const left = [];
    for (const copy of copies.leftFor(draft.owner, draft.action)) {
      if (copy.key === draft.key || (await isOpen(copy.origin.window))) continue;
      if (sameText(copy.fields, this.shown)) copies.drop(copy.key);
      else left.push(copy);
    }
    if (left.length === 1 && !draft.hasText && this.goesOn(left[0])) await this.restore(left[0]);
    else left.forEach((copy) => this.offer(copy));
    draft.line.ready();
  }

  // Later words of the very text that stands here, or the only ones that there are
  goesOn(copy) {
    const { id, version } = this.draft.origin;
    const isOnly = !this.draftedAt && !this.draft.form.querySelector(".unsent-others");
    const isSame = id && copy.origin.id === id && copy.origin.version === version;
    const nothingSince = (copy.fields.revision ?? [""])[0] === (this.shown.revision ?? [""])[0];
    return (isOnly || (isSame && copy.at > this.draftedAt)) && (!copy.isSent || (this.draft.record && nothingSince));
  }

  offer(copy) {
    const take = async () => {
      await this.draft.setAside();
      await this.restore(copy);
    };
    const words = firstWords(this.draft.form, copy.fields, this.shown);
    this.draft.line.offer(copy.at, words, { take, drop: () => copies.drop(copy.key) });
  }

  // The page that wrote it is gone: this one goes on in its place, and no other does
  async restore(copy) {
    const { draft } = this;
    this.before = { fields: fieldsOf(draft.form), origin: { ...draft.origin } };
    if (await takeOver(copy.origin.window)) draft.origin.begin(copy.origin);
    fill(draft.form, copy.fields);
    draft.line.note("restored", copy.at);
    draft.wrote();
    if (draft.keepCopy() && draft.key !== copy.key) copies.drop(copy.key);
  }

  async dropRestored() {
    const { draft, before } = this;
    draft.line.hideNote("restored");
    const { key } = draft;
    await draft.rest();
    copies.drop(key);
    if (draft.discardUrl && draft.origin.id !== before.origin.id) await draft.discard();
    fill(draft.form, before.fields);
    if (before.origin.id === draft.origin.id && draft.origin.id) draft.wrote();
    else draft.origin.begin(before.origin);
    draft.line.show("ready");
  }
}
