// Comes with whatever says a time of the city, also on pages without a form

import { nameZones } from "./clock.js";

document.addEventListener("htmx:load", (event) => nameZones(event.detail.elt));
nameZones(document.documentElement);
