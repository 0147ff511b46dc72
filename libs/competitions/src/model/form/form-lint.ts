import { formFaults, type Fault } from './form-faults.js';
import { questionsOf, type ProposalForm, type Question } from './proposal-form.js';

/** What keeps a form from being published. */
export function formObstacles(form: ProposalForm): Fault[] {
  const isEmpty = form.sections.every(({ part, questions }) => part !== undefined || questions.length === 0);
  return isEmpty ? [{ code: 'no-questions', key: '', field: '' }, ...formFaults(form)] : formFaults(form);
}

/** What an officer should look at again; it does not stand in the way. */
export function formWarnings(form: ProposalForm, criteria: readonly { key: string }[]): Fault[] {
  const known = new Set(criteria.map(({ key }) => key));
  const read = questionsOf(form).filter(({ kind }) => kind !== 'file');
  return [
    ...read.filter((one) => !one.criterion || !known.has(one.criterion)).map(({ key }) => warning('no-criterion', key)),
    ...unreadCriteria(form, criteria),
    ...questionsOf(form)
      .filter(isWordsOverLength)
      .map(({ key }) => warning('words-over-length', key)),
    ...form.sections
      .filter(({ part, questions }) => part === undefined && questions.length === 0)
      .map(({ key }) => warning('empty-section', key)),
    ...questionsOf(form)
      .filter(({ title }) => !title.en)
      .map(({ key }) => warning('no-english', key)),
  ];
}

/** A criterion that no question feeds: whoever scores by it has nothing to read. */
function unreadCriteria(form: ProposalForm, criteria: readonly { key: string }[]): Fault[] {
  const fed = new Set(questionsOf(form).map(({ criterion }) => criterion));
  return criteria
    .filter(({ key }) => !fed.has(key))
    .map(({ key }) => ({ ...warning('criterion-unread', ''), data: { criterion: key } }));
}

/** So many words do not fit into so many characters: a word takes a letter and a space at least. */
const isWordsOverLength = ({ maxWords, maxLength }: Question): boolean =>
  typeof maxWords === 'number' && typeof maxLength === 'number' && maxWords * 2 - 1 > maxLength;

const warning = (code: string, key: string): Fault => ({ code, key, field: '' });
