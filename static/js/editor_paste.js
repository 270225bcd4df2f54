// What people paste from Word, a spreadsheet, a mail or a page. The portal reads it, as it reads whatever is sent to it;
// without a connection the few rules here do, so that no two figures meet.

const WAIT = 5000;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";
const BLOCKS = "p, div, li, br, tr, h1, h2, h3, h4, h5, h6, dt, dd";

export class Paste {
  // `told` is called with what could not be kept as it was: counts of tables and pictures
  constructor(area, told) {
    this.area = area;
    this.told = told;
    this.isInserting = false;
  }

  // Whether this paste is taken over; a copy from the editor itself and a few plain words are not
  handle(editor, event) {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.isInserting || html.includes("data-pm-slice") || !this.area.dataset.paste) return false;
    if (!html && !text && event.clipboardData?.files.length) this.told({ tables: 0, pictures: 1 });
    if (!html && !/[\n\t]/.test(text)) return false;
    const until = this.take(editor, html, text);
    this.area.form.dispatchEvent(new CustomEvent("form:reading", { bubbles: true, detail: { until } }));
    return true;
  }

  async take(editor, html, text) {
    const place = follow(editor);
    const found = await this.read(html, text);
    place.stop();
    if (editor.isDestroyed) return;
    this.isInserting = true;
    editor.commands.setTextSelection({ from: place.from, to: place.to });
    editor.view.pasteHTML(found.html);
    this.isInserting = false;
    this.told(found);
  }

  async read(html, text) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.area.form.elements.csrfmiddlewaretoken.value);
    body.set("html", html.replace(/\ssrc\s*=\s*("data:[^"]*"|'data:[^']*')/gi, ""));
    body.set("text", text);
    try {
      const headers = { "X-Requested-With": "fetch" };
      const signal = AbortSignal.timeout(WAIT);
      const response = await fetch(this.area.dataset.paste, { method: "POST", body, headers, signal });
      if (response.ok && !response.redirected) return await response.json();
    } catch {
      // no connection: what follows needs none
    }
    return { html: html || lines(text), tables: /<table/i.test(html) || text.includes("\t") ? 1 : 0, pictures: 0 };
  }
}

// Where the paste belongs, also if something is typed before it is read
function follow(editor) {
  const place = { from: editor.state.selection.from, to: editor.state.selection.to };
  const move = ({ transaction }) => {
    place.from = transaction.mapping.map(place.from, -1);
    place.to = Math.max(transaction.mapping.map(place.to, -1), place.from);
  };
  editor.on("transaction", move);
  return Object.assign(place, { stop: () => editor.off("transaction", move) });
}

function lines(text) {
  const root = document.createElement("div");
  for (const line of text.split(/\r?\n/)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line.replace(/(\S) *\t[\t ]*(?=\S)/g, "$1 | ");
    root.append(paragraph);
  }
  return root.innerHTML;
}

// Bold and italic that stand in styles become tags, tables become lines, and the styles go, for a strict policy lets none
// in. What is dropped into the editor passes here as well.
export function withoutStyles(html) {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const { body } = new DOMParser().parseFromString(bare, "text/html");
  for (const element of body.querySelectorAll("[data-style]")) unstyle(element);
  for (const element of body.querySelectorAll("sup")) element.replaceWith(sign(element.textContent, RAISED, "^"));
  for (const element of body.querySelectorAll("sub")) element.replaceWith(sign(element.textContent, LOWERED, "_"));
  for (const table of [...body.querySelectorAll("table")].reverse()) flatten(table);
  return body.innerHTML;
}

function unstyle(element) {
  const { style } = element.dataset;
  delete element.dataset.style;
  const tags = [
    [/font-weight:\s*(bold|[6-9]00)/i, "b"],
    [/font-style:\s*(italic|oblique)/i, "i"],
    [/vertical-align:\s*super/i, "sup"],
    [/vertical-align:\s*sub(?!\w)/i, "sub"],
  ].filter(([says]) => says.test(style));
  if (element.matches("b, strong") && /font-weight:\s*(normal|400)/i.test(style)) element.replaceWith(...element.childNodes);
  else if (element.matches("span, font, a")) for (const [, tag] of tags) wrap(element, tag);
}

function wrap(element, tag) {
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

function sign(text, signs, mark) {
  const inner = text.trim();
  if (/^\d+$/.test(inner)) return inner.replace(/\d/g, (digit) => signs[digit]);
  return !inner || /^[[(]/.test(inner) ? text : mark + (/^[\p{L}\d]+$/u.test(inner) ? inner : `(${inner})`);
}

function flatten(table) {
  const { ownerDocument } = table;
  const rows = [...table.rows].map((row) => [...row.cells].map(words).join(" | "));
  const paragraphs = [table.caption ? words(table.caption) : "", ...rows].filter((line) => /[^|\s]/.test(line)).map((line) => {
    const paragraph = ownerDocument.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  });
  table.replaceWith(...paragraphs);
}

function words(cell) {
  for (const block of cell.querySelectorAll(BLOCKS)) block.before(" / ");
  return cell.textContent.replace(/\s+/g, " ").trim().replace(/^(?:\/ )+/, "").replace(/(?:\/ )+(?=\/ )/g, "");
}
