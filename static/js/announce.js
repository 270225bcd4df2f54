// What a page says to those who listen. The live region is in the page from the start; each sentence is said once.
//
// Whatever bears data-announce is said when it comes, is shown, or changes its words.

const WAIT = 150; // a region that is filled at once with the page is passed over

const region = document.getElementById("announcements");
const said = new WeakMap();
let queue = [];
let timer = null;

export function announce(words) {
  queue.push(words.trim());
  timer ??= setTimeout(speak, WAIT);
}

function speak() {
  region.replaceChildren(...queue.map(paragraph));
  queue = [];
  timer = null;
}

function paragraph(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

function tell(element) {
  const words = element.checkVisibility() ? element.innerText.trim() : "";
  if (words && words !== said.get(element)) announce(words);
  said.set(element, words);
}

function told(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const around = element?.closest("[data-announce]");
  return around ? [around] : [...(element?.querySelectorAll("[data-announce]") ?? [])];
}

new MutationObserver((changes) => {
  const touched = changes.flatMap(({ target, addedNodes }) => (addedNodes.length ? [...addedNodes] : [target]));
  for (const element of new Set(touched.flatMap(told))) tell(element);
}).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"] });
for (const element of document.querySelectorAll("[data-announce]")) tell(element);
