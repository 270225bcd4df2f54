// Which page a text is written on, and which kept text it goes on with. A page is one load of it: a copied tab, a
// restored session or the way back is another one. Only what a page that is gone has left can be taken over whole.

const LOCK = "genprocure-page ";
const A_MOMENT = 400;

export class Origin {
  constructor(form) {
    this.fields = Object.fromEntries(
      ["id", "version", "window", "edits"].map((name) => [name, form.querySelector(`input[name=unsent_${name}]`)]),
    );
    const [id, version] = [this.fields.id.defaultValue, this.fields.version.defaultValue];
    this.begin({ id, version });
  }

  begin({ id = "", version = "", window = newKey(), edits = 0 } = {}) {
    Object.assign(this, { id, version, window, edits });
    hold(window);
    this.show();
  }

  typed() {
    this.edits += 1;
    this.show();
  }

  kept({ id, version }) {
    Object.assign(this, { id: String(id), version: String(version) });
    this.show();
  }

  // What is written here becomes a text of its own
  letGo() {
    this.id = this.version = "";
    this.show();
  }

  show() {
    for (const [name, field] of Object.entries(this.fields)) field.value = this[name];
  }
}

// Whether a page of this browser is still open and writes under that key; one that was just left takes a moment to go
export async function isOpen(window) {
  if (!(await isHeld(window))) return false;
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
  return isHeld(window);
}

async function isHeld(window) {
  try {
    const { held } = await navigator.locks.query();
    return held.some((lock) => lock.name === LOCK + window);
  } catch {
    return false; // an insecure connection: nobody can tell
  }
}

// The key of a page that is gone, for one other page alone; nothing if it is not to be had
export function takeOver(window) {
  return new Promise((resolve) => {
    if (!navigator.locks) resolve(false);
    else navigator.locks.request(LOCK + window, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : null;
    });
  });
}

function hold(window) {
  navigator.locks?.request(LOCK + window, { ifAvailable: true }, (lock) => lock && new Promise(() => {}));
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
