// The menu of a narrow window lies over the page: it closes with Escape, and when one goes on elsewhere.

const menu = document.querySelector(".menu");
const button = menu.querySelector("summary");

const isOverPage = () => menu.open && button.checkVisibility();

function leave({ target }) {
  if (isOverPage() && !menu.contains(target)) menu.open = false;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOverPage()) return;
  menu.open = false;
  button.focus();
});
document.addEventListener("focusin", leave);
document.addEventListener("pointerdown", leave);
