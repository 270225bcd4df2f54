// Whose pages this browser shows. Whoever logs out, or logs in as somebody else, closes what other tabs still show.

const PERSON = "genprocure-person";

export const person = document.querySelector("script[data-person]")?.dataset.person ?? "";

function remember(who) {
  try {
    localStorage.setItem(PERSON, who);
  } catch {
    // without storage the next request tells it
  }
}

let close = () => closePage(true, false);

// What closes a page on which something may stand that has to be kept first
export function closeWith(listener) {
  close = listener;
}

// The page is replaced by words that say what happened, with nothing left of what stood on it
export function closePage(isAllKept, hadText) {
  const words = document.getElementById("page-closed")?.content.cloneNode(true);
  if (!words) return;
  const said = words.querySelector(`[data-kept="${isAllKept ? "all" : "some"}"]`);
  said.hidden = !hadText;
  document.querySelector("main").replaceChildren(words);
  document.querySelector("main h1").focus();
}

if (person) remember(person);
window.addEventListener("storage", (event) => {
  if (person && event.key === PERSON && event.newValue !== person) close();
});
document.addEventListener("submit", (event) => "logout" in event.target.dataset && remember(""));

// The way back must not bring a page as it was left: whoever sits here now may be somebody else
window.addEventListener("pagehide", (event) => {
  if (event.persisted) document.documentElement.hidden = true;
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
