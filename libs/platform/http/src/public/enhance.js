// Comforts on top of pages that work without them. Each is switched on by an attribute that the macros write.

const SEND_AGAIN_AFTER_MS = 10_000;
const components = {
  'govuk-character-count': 'CharacterCount',
  'govuk-checkboxes': 'Checkboxes',
  'govuk-error-summary': 'ErrorSummary',
  'govuk-password-input': 'PasswordInput',
  'govuk-radios': 'Radios',
};

/** Starts the components that this page has; a page without any loads nothing. */
async function startComponents() {
  const found = Object.keys(components).filter((name) => document.querySelector(`[data-module="${name}"]`));
  if (found.length === 0) return;
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  const library = await import(document.getElementById('enhance').dataset.components);
  for (const name of found) library.createAll(library[components[name]]);
}

/** A form goes once: a second press while the answer is on its way does nothing. Coming back makes it usable again. */
function sendOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches('[data-once]')) return;
    if (form.hasAttribute('data-sent')) return event.preventDefault();
    markSent(form, true);
    // An answer may be a download: then the page stays, and the form must live on.
    setTimeout(() => markSent(form, false), SEND_AGAIN_AFTER_MS);
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) markSent(form, false);
  });
}

function markSent(form, sent) {
  form.toggleAttribute('data-sent', sent);
  for (const button of form.querySelectorAll('button')) button.toggleAttribute('data-waiting', sent);
}

/** Long forms ask before they are left with answers that were changed and not sent. */
function guardUnsaved() {
  let changed = false;
  for (const form of document.querySelectorAll('form[data-unsaved]')) {
    form.addEventListener('input', () => (changed = true));
    form.addEventListener('submit', () => (changed = false));
    // The script of a draft has saved it, or keeps it on the device.
    form.addEventListener('kept', () => (changed = false));
  }
  window.addEventListener('beforeunload', (event) => changed && event.preventDefault());
}

/** The hint under a wide table is needed only where the table is really wider than the page. */
function trimTableHints() {
  for (const frame of document.querySelectorAll('.table-frame--scroll')) {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    frame.nextElementSibling?.toggleAttribute('hidden', !scrolls);
    if (scrolls) frame.setAttribute('tabindex', '0');
    else frame.removeAttribute('tabindex');
  }
}

/** Printing is an act of the browser: its button is there only with scripts. */
function showPrintButtons() {
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** What is computed on the server is looked at again, unless the person is in another window. */
function reloadWhileComputing() {
  const frame = document.querySelector('[data-reload]');
  if (!frame) return;
  setInterval(() => document.hidden || location.reload(), 1000 * Number(frame.dataset.reload));
}

sendOnce();
guardUnsaved();
trimTableHints();
window.addEventListener('resize', trimTableHints);
showPrintButtons();
reloadWhileComputing();
await startComponents();
