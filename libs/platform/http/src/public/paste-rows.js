// Cells copied from a spreadsheet and pasted into a field of a table fill it and the fields to the right and below.
//
//   <form data-rows> … <fieldset class="row-card"> … the fields of a row … </fieldset> …
//   New rows are made of the last one. Everything else that is pasted goes its usual way.

const ROWS_MAX = 100;

/** Rows of cells: tabs and line ends between them; a cell in quotes may hold both. */
export function cellsOf(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, raw, end] = cell.exec(text);
    rows
      .at(-1)
      .push(raw.startsWith('"') && raw.endsWith('"') && raw.length > 1 ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '') break;
    if (end !== '\t' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

const fieldsOf = (row) => {
  const fields = [...row.querySelectorAll('input:not([type=hidden]), select, textarea')];
  // Radios of one name are one cell.
  return fields.filter(
    (field, index) => field.type !== 'radio' || fields.findIndex(({ name }) => name === field.name) === index,
  );
};

const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function fill(field, text) {
  if (field.type === 'radio') return choose([...field.form.elements[field.name]], text);
  if (field.tagName === 'SELECT') {
    const option = [...field.options].find(
      (one) => one.value === text || (bare(text) && bare(one.text) === bare(text)),
    );
    if (option) field.value = option.value;
  } else field.value = text.trim();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function choose(radios, text) {
  const found = radios.find((radio) => radio.value === text || bare(radio.labels[0]?.textContent ?? '') === bare(text));
  found?.click();
}

/** One more row like the last one, empty, with the next number in its names. */
function addRow(rows) {
  const last = rows.at(-1);
  const [from, to] = [rows.length - 1, rows.length];
  const added = last.cloneNode(true);
  for (const element of [added, ...added.querySelectorAll('*')])
    for (const name of ['name', 'id', 'for', 'aria-describedby', 'value'])
      if (element.hasAttribute(name) && (name !== 'value' || element.tagName === 'BUTTON'))
        element.setAttribute(
          name,
          element
            .getAttribute(name)
            .replaceAll(`[${from}]`, `[${to}]`)
            .replace(/^remove-(.*?)\d+$/, `remove-$1${to}`),
        );
  const legend = added.querySelector('legend');
  legend.textContent = legend.textContent.replace(String(from + 1), String(to + 1));
  added.querySelectorAll('.govuk-error-message, button[value^="remove-"]').forEach((one) => one.remove());
  for (const field of fieldsOf(added)) {
    if (field.type === 'radio') continue;
    field.removeAttribute('value');
    field.value = '';
  }
  last.after(added);
  return added;
}

function paste(event) {
  const text = event.clipboardData.getData('text/plain');
  const row = event.target.closest('.row-card');
  if (!row || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const container = row.parentElement.closest('fieldset, form');
  let rows = [...container.querySelectorAll('.row-card')];
  const [top, left] = [rows.indexOf(row), fieldsOf(row).indexOf(event.target)];
  for (const [down, cells] of cellsOf(text).entries()) {
    if (top + down >= ROWS_MAX) break;
    if (top + down >= rows.length) rows = [...rows, addRow(rows)];
    const fields = fieldsOf(rows[top + down]);
    for (const [right, cell] of cells.entries()) if (fields[left + right]) fill(fields[left + right], cell);
  }
}

if (typeof document !== 'undefined') {
  for (const form of document.querySelectorAll('form[data-rows]')) form.addEventListener('paste', paste);
  for (const hint of document.querySelectorAll('[data-paste-hint]')) hint.hidden = false;
}
