// A score sheet by keyboard: digits score the criterion and lead to the next one. The keys act only while the focus is in
// the sheet and nothing is being typed; codes of keys, so that any layout does.

const sheet = document.querySelector('[data-keys]');
const form = sheet?.querySelector('form');
const help = sheet?.querySelector('[data-keys-help]');
const criteria = [...(form?.querySelectorAll('.criterion') ?? [])];
const DIGIT = /^(?:Digit|Numpad)(\d)$/;

const radios = (criterion) => [...criterion.querySelectorAll('input[type=radio]')];
const isScored = (criterion) => radios(criterion).some(({ checked }) => checked);
const button = (intent) => form.querySelector(`button[name=intent][value=${intent}]`);
const isTyping = ({ tagName }) => tagName === 'TEXTAREA' || tagName === 'SELECT';
/** Where the focus is; before it came to a criterion, the first one without a score. */
const current = () =>
  document.activeElement.closest('.criterion') ?? criteria.find((one) => !isScored(one)) ?? criteria[0];

function score(digit) {
  const criterion = current();
  const radio = criterion && radios(criterion).find(({ value }) => value === digit);
  if (!radio) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event('input', { bubbles: true }));
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  const next = criteria[criteria.indexOf(criterion) + 1];
  (next ? radios(next)[0] : button('ready')).focus();
  return true;
}

function comment() {
  const details = current()?.querySelector('details');
  if (!details) return false;
  details.open = true;
  details.querySelector('textarea').focus();
  return true;
}

function press(control) {
  control?.click();
  return Boolean(control);
}

function act({ code, ctrlKey, target }) {
  if (ctrlKey && code === 'Enter') return form ? press(button('ready')) : false;
  if (ctrlKey || isTyping(target)) return false;
  if (code === 'KeyN' || code === 'KeyP') return press(sheet.querySelector(`a[data-key=${code}]`));
  if (!form) return false;
  if (code === 'KeyC') return comment();
  if (code === 'KeyS') return press(button('draft'));
  const digit = DIGIT.exec(code)?.[1];
  return digit !== undefined && score(digit);
}

if (help) help.hidden = false;
sheet?.addEventListener('keydown', (event) => {
  if (!event.altKey && !event.metaKey && act(event)) event.preventDefault();
});
