// Times on a page are those of the city. Where the reader's clock shows another time, the city's zone is named.

const DAY = { year: "numeric", month: "numeric", day: "numeric" };

export function nameZones(root) {
  for (const place of root.querySelectorAll("[data-zone]")) {
    const zone = place.dataset.zone;
    if (!isOther(zone)) continue;
    place.querySelector("[data-words]").textContent = nameOf(zone);
    place.hidden = false;
  }
}

// 09:42 of today, else 28 August 09:42: as the server says it
export function moment(time, zone) {
  const language = document.documentElement.lang;
  const said = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(time);
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const [hour, minute] = ["hour", "minute"].map((kind) => parts.formatToParts(time).find((part) => part.type === kind).value);
  const clock = hour + (language === "sv" ? "." : ":") + minute;
  const isToday = said(DAY) === new Intl.DateTimeFormat(language, { timeZone: zone, ...DAY }).format(Date.now());
  return isToday ? clock : `${said({ day: "numeric", month: "long" })} ${clock}`;
}

function isOther(zone) {
  const now = Date.now();
  const clock = { ...DAY, hour: "numeric", minute: "numeric" };
  const inZone = (timeZone) => new Intl.DateTimeFormat("en", { ...clock, timeZone }).format(now);
  return inZone(zone) !== inZone(undefined);
}

function nameOf(zone) {
  const names = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: zone, timeZoneName: "long" });
  return names.formatToParts(Date.now()).find((part) => part.type === "timeZoneName").value;
}
