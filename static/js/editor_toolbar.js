// The toolbar of the editor: one stop for the Tab key, the arrow keys inside it, and a line for the address of a link.

import { announce } from "./announce.js";

const TOOLS = [
  ["heading", (chain) => chain.toggleHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  ["subheading", (chain) => chain.toggleHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
  ["bold", (chain) => chain.toggleBold(), (editor) => editor.isActive("bold")],
  ["italic", (chain) => chain.toggleItalic(), (editor) => editor.isActive("italic")],
  ["bullets", (chain) => chain.toggleBulletList(), (editor) => editor.isActive("bulletList")],
  ["numbered", (chain) => chain.toggleOrderedList(), (editor) => editor.isActive("orderedList")],
  ["quote", (chain) => chain.toggleBlockquote(), (editor) => editor.isActive("blockquote")],
];

export class Toolbar {
  constructor(editor, words) {
    this.editor = editor;
    this.words = words;
    this.bar = make("div", { className: "editor-bar", role: "toolbar", ariaLabel: words.toolbar });
    this.buttons = new Map(TOOLS.map(([name, , isActive]) => [this.button(name, () => this.use(name)), isActive]));
    this.buttons.set(this.button("link", () => this.askAddress()), (tiptap) => tiptap.isActive("link"));
    this.bar.append(...this.buttons.keys());
    this.bar.addEventListener("keydown", (event) => this.move(event));
    this.line = this.addressLine();
    this.element = make("div", {});
    this.element.append(this.bar, this.line);
    for (const [place, button] of [...this.buttons.keys()].entries()) button.tabIndex = place ? -1 : 0;
  }

  button(name, use) {
    const button = make("button", { type: "button", textContent: this.words[name], className: `tool-${name}` });
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
    button.addEventListener("click", use);
    return button;
  }

  use(name) {
    const [, run] = TOOLS.find(([each]) => each === name);
    run(this.editor.tiptap.chain().focus()).run();
  }

  show() {
    for (const [button, isActive] of this.buttons) button.ariaPressed = String(isActive(this.editor.tiptap));
  }

  move(event) {
    const buttons = [...this.buttons.keys()];
    const here = buttons.indexOf(document.activeElement);
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (there === undefined || here < 0) return;
    event.preventDefault();
    const next = buttons.at(there % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  addressLine() {
    const { words } = this;
    const id = `${this.editor.area.id}-address`;
    this.field = make("input", { id, type: "text", inputMode: "url", className: "form-control", autocomplete: "off" });
    this.fault = make("p", { id: `${id}-fault`, className: "form-text", textContent: words.address_help });
    this.field.setAttribute("aria-describedby", this.fault.id);
    const line = make("div", { className: "editor-link", hidden: true });
    const label = make("label", { htmlFor: id, className: "form-label", textContent: words.address });
    const set = make("button", { type: "button", className: "btn btn-secondary btn-sm", textContent: words.set });
    this.remove = make("button", { type: "button", className: "btn btn-quiet btn-sm", textContent: words.unset });
    const cancel = make("button", { type: "button", className: "btn btn-quiet btn-sm", textContent: words.cancel });
    set.addEventListener("click", () => this.setLink());
    this.remove.addEventListener("click", () => this.close(() => this.editor.unlink()));
    cancel.addEventListener("click", () => this.close(() => this.editor.focus()));
    line.addEventListener("input", (event) => event.stopPropagation()); // the address is no text of the section
    line.addEventListener("change", (event) => event.stopPropagation());
    line.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === this.field) {
        event.preventDefault();
        this.setLink();
      }
      if (event.key === "Escape") this.close(() => this.editor.focus());
    });
    const row = make("div", { className: "row-wrap" });
    row.append(this.field, set, this.remove, cancel);
    line.append(label, row, this.fault);
    return line;
  }

  askAddress() {
    this.field.value = this.editor.address.replace(/^mailto:/, "");
    this.remove.hidden = !this.editor.address;
    this.say(this.words.address_help, false);
    this.line.hidden = false;
    this.field.focus();
  }

  setLink() {
    const address = this.field.value.trim();
    if (!address && this.editor.address) return this.close(() => this.editor.unlink());
    if (this.editor.link(address)) return this.close();
    this.say(this.words.address_wrong, true);
    announce(this.words.address_wrong);
    return this.field.focus();
  }

  say(words, isWrong) {
    this.fault.textContent = words;
    this.field.classList.toggle("is-invalid", isWrong);
    this.field.ariaInvalid = String(isWrong);
  }

  close(then) {
    this.line.hidden = true;
    then?.();
  }
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
