// What people paste from Word, Google Docs or a page: bold and italic that stand in styles become tags, and the styles
// go, for a strict policy lets none in.

export function withoutStyles(html) {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const { body } = new DOMParser().parseFromString(bare, "text/html");
  for (const element of body.querySelectorAll("[data-style]")) {
    const style = element.dataset.style;
    delete element.dataset.style;
    const isBold = /font-weight:\s*(bold|[6-9]00)/i.test(style);
    const isItalic = /font-style:\s*(italic|oblique)/i.test(style);
    if (element.matches("b, strong") && /font-weight:\s*(normal|400)/i.test(style)) element.replaceWith(...element.childNodes);
    else if (element.matches("span, font, a")) for (const tag of [isBold && "b", isItalic && "i"].filter(Boolean)) wrap(element, tag);
  }
  return body.innerHTML;
}

function wrap(element, tag) {
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}
