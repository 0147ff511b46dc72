// The answers of a form by the names of their fields: text, or the list of what is ticked.

const NO_ANSWER = ['hidden', 'submit', 'button', 'file', 'reset'];
const isTick = ({ type }) => type === 'radio' || type === 'checkbox';

function fieldsOf(form) {
  const groups = new Map();
  for (const field of form.elements) {
    if (!field.name || NO_ANSWER.includes(field.type) || field.tagName === 'FIELDSET') continue;
    groups.set(field.name, [...(groups.get(field.name) ?? []), field]);
  }
  return groups;
}

const served = {
  ticked: (field) => field.defaultChecked,
  text: (field) => ('defaultValue' in field ? field.defaultValue : servedOption(field)),
};
const current = { ticked: (field) => field.checked, text: (field) => field.value };

const servedOption = ({ options }) => ([...options].find((one) => one.defaultSelected) ?? options[0])?.value ?? '';

function valuesOf(form, read) {
  const entries = [...fieldsOf(form)].map(([name, fields]) => [
    name,
    isTick(fields[0]) ? fields.filter(read.ticked).map(({ value }) => value) : read.text(fields[0]),
  ]);
  return Object.fromEntries(entries);
}

/** What stands in the fields now. */
export const typedValues = (form) => valuesOf(form, current);

/** What the server put into them. */
export const servedValues = (form) => valuesOf(form, served);

export function writeValues(form, values) {
  for (const [name, fields] of fieldsOf(form)) {
    const value = values[name];
    if (value === undefined) continue;
    for (const field of fields) {
      if (isTick(field)) field.checked = value.includes(field.value);
      else field.value = value;
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  form.dispatchEvent(new Event('change', { bubbles: true }));
}

export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const wordsOf = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What is written at a field: its label; of choices the legend. */
export function labelOf(form, name) {
  const [field] = fieldsOf(form).get(name) ?? [];
  if (!field) return name;
  const row = wordsOf(field.closest('.row-card')?.querySelector('legend'));
  const own = isTick(field) ? field.closest('fieldset')?.querySelector('legend') : field.labels?.[0];
  return [row, wordsOf(own)].filter(Boolean).join(': ') || name;
}

/** A value as it is read: of choices the words beside the ticks. */
export function valueInWords(form, name, value) {
  const fields = fieldsOf(form).get(name) ?? [];
  if (Array.isArray(value))
    return fields
      .filter((one) => value.includes(one.value))
      .map((one) => wordsOf(one.labels?.[0]))
      .join('\n');
  const option = [...(fields[0]?.options ?? [])].find((one) => one.value === value);
  return option ? wordsOf(option) : value;
}
