// Shows a question as soon as the answer it depends on is given; the server decides again when the page is saved.
//
//   <div data-asked-when="answers[q1]" data-asked-is="yes" hidden> … </div>
//   A question whose condition stands on another page is left as the server showed it.

const fieldsOf = (name) => [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

/** Looked through in the order of the page, so that a hidden question hides those that depend on it. */
function showAsked() {
  for (const question of document.querySelectorAll('[data-asked-when]')) {
    const fields = fieldsOf(question.dataset.askedWhen);
    if (fields.length === 0) continue;
    const isSo = fields.some((field) => field.checked && field.value === question.dataset.askedIs);
    question.hidden = !isSo || fields[0].closest('[data-asked-when]')?.hidden === true;
  }
}

if (document.querySelector('form [data-asked-when]')) {
  document.addEventListener('change', showAsked);
  showAsked();
}
