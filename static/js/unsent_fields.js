// What stands in a form, as lists of values by name, and back.

const NOT_KEPT = new Set(["csrfmiddlewaretoken", "keep_unsent", "in_plan"]);
const [MOST, BEFORE] = [24, 3]; // words of a text that are shown, and of them those before what is different
const NO_TEXT = new Set(["revision", "submission_key", "text_is_markup"]); // not what somebody wrote

export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && isText(name)) (fields[name] ??= []).push(value);
  }
  return fields;
}

// Whether something else stands in it than came with the page: typed before the scripts were there, or put back
export function isTouched(form, fields = "*") {
  const written = "input:not([type=hidden], [type=submit], [type=file]), select, textarea";
  return [...form.elements].some((field) => field.matches(written) && field.matches(fields) && isOther(field));
}

function isOther(field) {
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const options = [...field.options];
  const first = field.multiple || options.some((option) => option.defaultSelected) ? null : options.find((option) => !option.disabled);
  return options.some((option) => option.selected !== (option.defaultSelected || option === first));
}

export function sameText(one, other) {
  return comparable(one) === comparable(other);
}

export function fill(form, fields) {
  const left = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  for (const field of form.elements) {
    if (!field.name || !isText(field.name) || ["submit", "button", "file"].includes(field.type)) continue;
    const values = fields[field.name] ?? [];
    if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = values.includes(option.value);
    else if (left[field.name]?.length) field.value = left[field.name].shift();
  }
  form.dispatchEvent(new CustomEvent("unsent:filled"));
}

// The beginning of the longest text; where the text beside it begins alike, the words from where it is different
export function firstWords(form, fields, beside) {
  const [words, others] = [wordsOf(form, fields), wordsOf(form, beside)];
  const same = words.findIndex((word, place) => word !== others[place]);
  if (same < MOST) return shortened(words);
  return `… ${shortened(words.slice(same - BEFORE))}`;
}

// What was chosen from a list, and what the form itself carries, is no text
function wordsOf(form, fields) {
  const written = [...form.elements].filter((field) => field.matches("textarea, input:is([type=text], :not([type]))"));
  const texts = [...new Set(written.map((field) => field.name))].flatMap((name) => fields[name] ?? []);
  const [longest = ""] = texts.sort((one, other) => other.length - one.length);
  const plain = new DOMParser().parseFromString(longest.replaceAll("><", "> <"), "text/html").body.textContent;
  return plain.trim().split(/\s+/);
}

function shortened(words) {
  return words.length > MOST ? `${words.slice(0, MOST).join(" ")} …` : words.join(" ");
}

function isText(name) {
  return !NOT_KEPT.has(name) && !name.startsWith("unsent_");
}

function comparable(fields) {
  const texts = Object.entries(fields).filter(([name]) => !NO_TEXT.has(name));
  const tidy = texts.map(([name, values]) => [name, values.map((value) => value.replaceAll("\r\n", "\n").trim())]);
  return JSON.stringify(tidy.filter(([, values]) => values.some(Boolean)).sort());
}
