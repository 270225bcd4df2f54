// A form that was opened in its place on this page goes when the page comes anew
function reload(event) {
  const link = event.target.closest("a[data-reload]");
  if (!link || link.pathname !== location.pathname) return;
  event.preventDefault();
  location.hash = link.hash;
  location.reload();
}

document.addEventListener("click", reload);
