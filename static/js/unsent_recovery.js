// What earlier pages left in this browser for a form: it comes back, or is offered where there is a choice.

import * as copies from "./unsent_copies.js";
import { fieldsOf, fill, firstWords, sameText } from "./unsent_fields.js";
import { isOpen, takeOver } from "./unsent_origin.js";

export class Recovery {
  constructor(text, box) {
    this.text = text;
    this.savedAt = Date.parse(box.dataset.savedAt) || 0;
    this.writtenBy = box.dataset.writtenBy;
    this.shown = fieldsOf(text.form);
    text.line.on("drop", () => this.dropRestored());
    this.find();
  }

  async find() {
    const { text } = this;
    if (this.writtenBy && (await isOpen(this.writtenBy))) {
      text.origin.letGo();
      text.line.note("elsewhere", true);
    }
    const left = [];
    for (const copy of copies.leftFor(text.owner, text.action)) {
      if (copy.key === text.key || (await isOpen(copy.origin.window))) continue;
      if (sameText(copy.fields, this.shown)) copies.drop(copy.key);
      else left.push(copy);
    }
    if (left.length === 1 && !text.hasText && this.goesOn(left[0])) await this.restore(left[0]);
    else left.forEach((copy) => this.offer(copy));
    text.line.ready();
  }

  // Later words of the very text that stands here, or the only ones that there are
  goesOn(copy) {
    const { id, version } = this.text.origin;
    const isOnly = !this.savedAt && !this.text.form.querySelector(".unsent-others");
    const isSame = id && copy.origin.id === id && copy.origin.version === version;
    const nothingSince = (copy.fields.revision ?? [""])[0] === (this.shown.revision ?? [""])[0];
    return (isOnly || (isSame && copy.at > this.savedAt)) && (!copy.isSent || (this.text.record && nothingSince));
  }

  offer(copy) {
    const take = async () => {
      await this.text.setAside();
      await this.restore(copy);
    };
    const words = firstWords(this.text.form, copy.fields, this.shown);
    this.text.line.offer(copy.at, words, { take, drop: () => copies.drop(copy.key) });
  }

  // The page that wrote it is gone: this one goes on in its place, and no other does
  async restore(copy) {
    const { text } = this;
    this.before = { fields: fieldsOf(text.form), origin: { ...text.origin } };
    if (await takeOver(copy.origin.window)) text.origin.begin(copy.origin);
    fill(text.form, copy.fields);
    text.line.note("restored", copy.at);
    text.wrote();
    if (text.keepCopy() && text.key !== copy.key) copies.drop(copy.key);
  }

  async dropRestored() {
    const { text, before } = this;
    text.line.hideNote("restored");
    const { key } = text;
    await text.rest();
    copies.drop(key);
    if (text.discardUrl && text.origin.id !== before.origin.id) await text.discard();
    fill(text.form, before.fields);
    if (before.origin.id === text.origin.id && text.origin.id) text.wrote();
    else text.origin.begin(before.origin);
    text.line.show("ready");
  }
}
