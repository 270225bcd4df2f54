// The editor of a section: a text area becomes formatted text with a toolbar in words. The text area holds its html.

import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Editor as Tiptap,
  Gapcursor,
  HardBreak,
  Heading,
  History,
  Italic,
  Link,
  ListItem,
  OrderedList,
  Paragraph,
  Text,
  wrappingInputRule,
} from "../django_prose_editor/editor.js";
import { Paste, withoutStyles } from "./editor_paste.js";
import { Toolbar } from "./editor_toolbar.js";

// The Tab key leaves the text, as everywhere else; Ctrl with a bracket moves an item in and out.
const Item = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      "Mod-]": () => this.editor.commands.sinkListItem(this.name),
      "Mod-[": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

// Numbers are 1, 2, 3: nothing else is kept.
const Numbered = OrderedList.extend({
  addAttributes: () => ({}),
  addNodeView: () => () => {
    const dom = document.createElement("ol");
    return { dom, contentDOM: dom };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\d+\.\s$/, type: this.type })];
  },
});

const ADDRESS = /^(https?:\/\/[^\s/?#\\]+\S*|mailto:[^\s@]+@[^\s@]+)$/i;

export class Editor {
  constructor(area) {
    this.area = area;
    const words = JSON.parse(area.dataset.editorWords);
    const label = area.labels[0];
    this.root = document.createElement("div");
    this.root.className = "editor";
    area.before(this.root);
    this.toolbar = new Toolbar(this, words);
    this.told = told(words);
    const paste = new Paste(area, this.told.say);
    this.tiptap = new Tiptap({
      element: this.root,
      injectCSS: false,
      content: area.dataset.editor,
      extensions: extensions(),
      editorProps: { attributes: this.attributes(label), transformPastedHTML: withoutStyles, handlePaste: (view, event) => paste.handle(this.tiptap, event) },
      onUpdate: () => this.wrote(),
      onTransaction: () => this.toolbar?.show(),
    });
    this.root.prepend(this.toolbar.element);
    this.root.append(this.told.element);
    this.takeOver(label);
    this.toolbar.show();
  }

  attributes(label) {
    if (label) label.id ||= `${this.area.id}-label`;
    const described = [this.area.getAttribute("aria-describedby")].filter(Boolean).join(" ");
    return {
      id: this.area.id,
      class: "editor-text prose",
      role: "textbox",
      tabindex: "0", // it keeps the focus while its form is sent
      "aria-multiline": "true",
      ...(this.area.lang && { lang: this.area.lang }),
      ...(label && { "aria-labelledby": label.id }),
      ...(described && { "aria-describedby": described }),
      ...(this.area.classList.contains("is-invalid") && { "aria-invalid": "true" }),
    };
  }

  // The text area stays in the form, unseen, with html in place of markup
  takeOver(label) {
    const { area } = this;
    area.value = area.dataset.editor;
    area.removeAttribute("id");
    area.hidden = true;
    this.markupField = area.form.elements[`${area.name}_is_markup`];
    if (this.markupField) this.markupField.value = "";
    label?.addEventListener("click", () => this.focus());
    area.form.addEventListener("unsent:filled", () => this.reload());
    area.form.addEventListener("form:held", () => this.tiptap.setEditable(false, false));
    area.form.addEventListener("form:released", () => this.tiptap.setEditable(true, false));
    const line = area.form.querySelector("[data-unsent-state]");
    if (line && area.form.querySelectorAll("textarea[data-editor]").length === 1) this.root.append(line);
    for (const help of area.form.querySelectorAll("[data-without-editor]")) help.remove();
    const isRefused = document.querySelector("[data-refused]");
    if (!isRefused && (location.hash === `#${this.tiptap.view.dom.id}` || area.closest("[data-focus]"))) this.focus();
  }

  focus() {
    this.tiptap.commands.focus();
  }

  wrote() {
    this.area.value = this.tiptap.isEmpty ? "" : this.tiptap.getHTML();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The text area was filled from an unsent text; one that was kept with markup is shown as plain text
  reload() {
    const isMarkup = this.markupField?.value === "1";
    const content = isMarkup ? { type: "doc", content: this.area.value.split("\n").map(paragraph) } : this.area.value;
    this.tiptap.commands.setContent(content, { emitUpdate: false });
    if (this.markupField) this.markupField.value = "";
    if (isMarkup) this.area.value = this.tiptap.getHTML();
  }

  get address() {
    return this.tiptap.getAttributes("link").href ?? "";
  }

  // Whether it is an address that we link to
  link(address) {
    const href = /^[^\s:@/]+@[^\s@]+$/.test(address) ? `mailto:${address}` : address;
    if (!ADDRESS.test(href)) return false;
    const chain = this.tiptap.chain().focus().extendMarkRange("link");
    if (this.tiptap.state.selection.empty && !this.address) chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    return true;
  }

  unlink() {
    this.tiptap.chain().focus().extendMarkRange("link").unsetLink().run();
  }
}

function extensions() {
  const link = Link.extend({ addKeyboardShortcuts: () => ({}) });
  return [
    Document,
    Paragraph,
    Text,
    Heading.configure({ levels: [2, 3] }),
    Bold,
    Italic,
    BulletList,
    Numbered,
    Item,
    Blockquote,
    HardBreak,
    History,
    Dropcursor,
    Gapcursor,
    link.configure({ enableTarget: false, protocols: ["http", "https", "mailto"], defaultProtocol: "https", autolink: false }),
  ];
}

// What could not be pasted as it was: said under the text until the next paste
function told(words) {
  const element = document.createElement("p");
  element.className = "form-text editor-told";
  element.setAttribute("role", "status");
  const say = ({ tables, pictures }) => {
    element.textContent = [tables && words.tables, pictures && words.pictures].filter(Boolean).join(" ");
  };
  return { element, say };
}

function paragraph(line) {
  return { type: "paragraph", content: line ? [{ type: "text", text: line }] : [] };
}
