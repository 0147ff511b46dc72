import { formFaults, type Fault } from './form-faults.js';
import { questionsOf, type ProposalForm } from './proposal-form.js';

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
    ...form.sections
      .filter(({ part, questions }) => part === undefined && questions.length === 0)
      .map(({ key }) => warning('empty-section', key)),
    ...questionsOf(form)
      .filter(({ title }) => !title.en)
      .map(({ key }) => warning('no-english', key)),
  ];
}

const warning = (code: string, key: string): Fault => ({ code, key, field: '' });
