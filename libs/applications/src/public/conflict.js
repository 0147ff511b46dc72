// Both texts side by side; the person chooses, field by field. Nothing is saved before.

import { labelOf, valueInWords } from './form-values.js';

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function option(name, value, title, text, isChecked) {
  const input = element('input', 'both-texts__input');
  Object.assign(input, { type: 'radio', name, value, checked: isChecked });
  return element('label', 'both-texts__option', input, element('strong', '', title), element('span', 'answer', text));
}

function choice(key, heading, mine, theirs, say) {
  const set = element('fieldset', 'both-texts__choice', element('legend', '', heading));
  set.append(option(key, 'mine', say.mine, mine || say.empty, true));
  set.append(option(key, 'theirs', say.theirs, theirs || say.empty, false));
  return set;
}

/**
 * Shows the choice above the form and answers with the names whose saved text was chosen; with `isWhole` there is one
 * choice for all of them.
 */
export function chooseTexts(form, { conflicts, isWhole, mine, theirs, page }, say) {
  document.querySelector('.both-texts')?.remove();
  const words = (where, name, value) => valueInWords(where, name, value ?? '');
  const list = (where, values) =>
    conflicts.map((name) => `${labelOf(where, name)}: ${words(where, name, values[name]) || say.empty}`).join('\n');
  const box = element('section', 'both-texts');
  box.setAttribute('aria-label', say.title);
  box.tabIndex = -1;
  box.append(element('h2', '', say.title), element('p', '', say.text));
  const asked = isWhole
    ? [choice('both-all', say.whole, list(form, mine), list(page, theirs), say)]
    : conflicts.map((name, index) =>
        choice(
          `both-${index}`,
          labelOf(form, name),
          words(form, name, mine[name]),
          words(form, name, theirs[name]),
          say,
        ),
      );
  const done = element('button', 'govuk-button', say.done);
  done.type = 'button';
  box.append(...asked, done);
  form.before(box);
  box.focus();
  return new Promise((resolve) => {
    done.addEventListener('click', () => {
      const taken = asked.map((set) => set.querySelector('input:checked').value === 'theirs');
      box.remove();
      resolve(isWhole ? (taken[0] ? conflicts : []) : conflicts.filter((_, index) => taken[index]));
    });
  });
}
