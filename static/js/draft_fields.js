// What stands in a form, as lists of values by name, and back.

const NOT_KEPT = new Set(["csrfmiddlewaretoken", "keep_draft", "in_plan"]);
const NO_TEXT = new Set(["revision", "text_marks"]); // not what somebody wrote

export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NOT_KEPT.has(name)) (fields[name] ??= []).push(value);
  }
  return fields;
}

export function sameText(one, other) {
  return comparable(one) === comparable(other);
}

export function fill(form, fields) {
  const left = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  for (const field of form.elements) {
    if (!field.name || NOT_KEPT.has(field.name) || ["submit", "button", "file"].includes(field.type)) continue;
    const values = fields[field.name] ?? [];
    if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = values.includes(option.value);
    else if (left[field.name]?.length) field.value = left[field.name].shift();
  }
  form.dispatchEvent(new CustomEvent("draft:filled"));
}

function comparable(fields) {
  const texts = Object.entries(fields).filter(([name]) => !NO_TEXT.has(name));
  const tidy = texts.map(([name, values]) => [name, values.map((value) => value.replaceAll("\r\n", "\n").trim())]);
  return JSON.stringify(tidy.filter(([, values]) => values.some(Boolean)).sort());
}
