// A search that is typed is one step of the browser's history: the first words make it, those that follow rewrite it.

document.addEventListener("htmx:pushedIntoHistory", () => {
  for (const form of document.querySelectorAll("form[role=search][hx-push-url]")) {
    form.removeAttribute("hx-push-url");
    form.setAttribute("hx-replace-url", "true");
  }
});
