/**
 * A form of a page, as a browser without scripts would send it: every field with the value it is shown with.
 * `names`: of all fields, also of boxes that are not ticked.
 * @typedef {{ action: string, fields: [string, string][], names: string[] }} Form
 */

/** @param {string} html @returns {Form[]} the forms of a page that are posted */
export function formsOf(html) {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes]) => of(attributes, 'method').toLowerCase() === 'post')
    .map(([, attributes, body]) => ({
      action: of(attributes, 'action'),
      fields: fieldsOf(body),
      names: namesIn(body),
    }));
}

const namesIn = (body) =>
  [...body.matchAll(/<(?:input|textarea|select)\b([^>]*)>/g)].map(([, attributes]) => of(attributes, 'name'));

function fieldsOf(body) {
  const inputs = [...body.matchAll(/<input\b([^>]*)>/g)]
    .filter(([, one]) => isSent(one))
    .map(([, one]) => valueOf(one));
  const areas = [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)];
  const lists = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)];
  return [
    ...inputs,
    ...areas.map(([, attributes, text]) => [of(attributes, 'name'), plain(text)]),
    ...lists.map(([, attributes, options]) => [of(attributes, 'name'), chosenOf(options)]),
  ].filter(([name]) => name !== '');
}

/** Buttons are pressed, boxes are ticked; a file is chosen by a person. */
function isSent(attributes) {
  const type = of(attributes, 'type') || 'text';
  if (['checkbox', 'radio'].includes(type)) return /\bchecked\b/.test(attributes);
  return !['submit', 'file', 'button'].includes(type);
}

const valueOf = (attributes) => [of(attributes, 'name'), of(attributes, 'value')];

function chosenOf(options) {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, attributes]) => attributes);
  return of(all.find((one) => /\bselected\b/.test(one)) ?? all[0] ?? '', 'value');
}

/** @returns {{ value: string, text: string }[]} what a list or radio buttons of this name offer */
export function choicesOf(html, name) {
  const lists = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)];
  const [, , options = ''] = lists.find(([, attributes]) => of(attributes, 'name') === name) ?? [];
  const radios = [...html.matchAll(/<input\b([^>]*)>[\s\S]*?<label\b[^>]*>([\s\S]*?)<\/label>/g)];
  return [
    ...[...options.matchAll(/<option\b([^>]*)>([^<]*)/g)],
    ...radios.filter(([, attributes]) => of(attributes, 'name') === name),
  ].map(([, attributes, text]) => ({ value: of(attributes, 'value'), text: plain(text).trim() }));
}

/** @returns {{ name: string, value: string }[]} each field once; a value where one is ticked and not typed */
export function askedBy(html) {
  const fields = [...html.matchAll(/<(?:input|textarea)\b([^>]*)>/g)].map(([, attributes]) => attributes);
  const isTick = (attributes) => ['checkbox', 'radio'].includes(of(attributes, 'type'));
  return fields.map((one) => ({ name: of(one, 'name'), value: isTick(one) ? of(one, 'value') : '' }));
}

/** @returns {string} the value of an attribute, '' when it is not there */
function of(attributes, name) {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

/** @param {string} html text of a page without its entities */
export const plain = (html) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
