// Marks the part of the contents list whose text one is reading.

const links = new Map(
  [...document.querySelectorAll(".contents a[href^='#']")].map((link) => [link.hash.slice(1), link]),
);
const seen = new Set();

const watch = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target.id);
    const here = [...links.keys()].find((id) => seen.has(id));
    if (!here) return;
    for (const [id, link] of links) id === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  },
  { rootMargin: "-15% 0px -70% 0px" },
);

function start() {
  for (const part of document.querySelectorAll(".plan-section[id]")) watch.observe(part);
}

// On a phone the list closes when one has chosen
document.querySelector(".contents")?.addEventListener("click", (event) => {
  const fold = event.target.closest("details");
  if (event.target.closest("a") && matchMedia("(max-width: 61.99rem)").matches) fold.open = false;
});
document.addEventListener("htmx:load", start);
start();
