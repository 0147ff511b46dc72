import { Conflict, InvalidInput, NotFound } from '#libs/platform/errors';
import { formFaults, type Fault } from './form-faults.js';
import {
  questionOf,
  sectionOf,
  type FormSection,
  type ProposalForm,
  type Question,
  type Words,
} from './proposal-form.js';

/** A step of building a form: the form before it -> the form after it. The form given is never changed. */
export type FormStep = (form: ProposalForm) => ProposalForm;

export type Direction = 'up' | 'down';

/**
 * Does a step and looks at the whole form again: a question that others depend on does not vanish behind their back.
 * @throws InvalidInput at the field of the fault that the step would bring in
 */
export function stepped(form: ProposalForm, step: FormStep): ProposalForm {
  const after = step(form);
  const before = new Set(formFaults(form).map(nameOf));
  const fault = formFaults(after).find((one) => !before.has(nameOf(one)));
  if (fault)
    throw new InvalidInput([{ field: fault.field, code: `competitions.form-${fault.code}`, data: fault.data ?? {} }]);
  return after;
}

const nameOf = ({ code, key }: Fault): string => `${code} ${key}`;

const withSections = (form: ProposalForm, sections: FormSection[]): ProposalForm => ({ ...form, sections });

/** @returns the form with one key more given out, and that key */
function takeKey(form: ProposalForm, letter: string): [ProposalForm, string] {
  const lastKey = (form.lastKey ?? 0) + 1;
  return [{ ...form, lastKey }, `${letter}${lastKey}`];
}

/** A new page of questions, before the fixed parts that end the form. */
export const addSection =
  (title: Words): FormStep =>
  (form) => {
    const [next, key] = takeKey(form, 's');
    const last = form.sections.findLastIndex(({ part }) => part === undefined);
    return withSections(next, inserted(form.sections, last + 1, { key, title, questions: [] }));
  };

export const renameSection =
  (key: string, title: Words): FormStep =>
  (form) => {
    demandOwn(form, key);
    return withSections(
      form,
      form.sections.map((one) => (one.key === key ? { ...one, title } : one)),
    );
  };

/** With everything that is asked in it. */
export const removeSection =
  (key: string): FormStep =>
  (form) => {
    demandOwn(form, key);
    sectionOf(form, key)!.questions.forEach(demandFree);
    return withSections(
      form,
      form.sections.filter((one) => one.key !== key),
    );
  };

export const moveSection =
  (key: string, direction: Direction): FormStep =>
  (form) => {
    const at = form.sections.findIndex((one) => one.key === key);
    if (at < 0) throw new NotFound();
    return withSections(form, moved(form.sections, at, direction));
  };

/** The key is given by the form. */
export const addQuestion =
  (sectionKey: string, question: Omit<Question, 'key'>): FormStep =>
  (form) => {
    if (!sectionOf(form, sectionKey)) throw new NotFound();
    const [next, key] = takeKey(form, 'q');
    return inSection(next, sectionKey, (questions) => [...questions, { ...question, key }]);
  };

/** The kind stays: answers that were given already must go on fitting the question. */
export const changeQuestion =
  (key: string, question: Omit<Question, 'key' | 'kind'>): FormStep =>
  (form) => {
    const { kind } = demandQuestion(form, key);
    if (!question.required || question.condition) demandFree({ key });
    return everywhere(form, (questions) =>
      questions.map((one) => (one.key === key ? { ...question, key, kind } : one)),
    );
  };

export const removeQuestion =
  (key: string): FormStep =>
  (form) => {
    demandFree(demandQuestion(form, key));
    return everywhere(form, (questions) => questions.filter((one) => one.key !== key));
  };

/** Inside its section; beyond its border, into the neighbouring section of questions. */
export const moveQuestion =
  (key: string, direction: Direction): FormStep =>
  (form) => {
    const question = demandQuestion(form, key);
    const home = form.sections.find(({ questions }) => questions.includes(question))!;
    const at = home.questions.indexOf(question);
    const isAtBorder = direction === 'up' ? at === 0 : at === home.questions.length - 1;
    if (!isAtBorder) return inSection(form, home.key, (questions) => moved(questions, at, direction));
    const neighbour = neighbourOf(form, home, direction);
    if (!neighbour) return form;
    const without = inSection(form, home.key, (questions) => questions.filter((one) => one !== question));
    return inSection(without, neighbour.key, (questions) =>
      direction === 'up' ? [...questions, question] : [question, ...questions],
    );
  };

function neighbourOf(form: ProposalForm, home: FormSection, direction: Direction): FormSection | undefined {
  if (home.part !== undefined) return undefined;
  const own = form.sections.filter(({ part }) => part === undefined);
  return own[own.indexOf(home) + (direction === 'up' ? -1 : 1)];
}

const inSection = (form: ProposalForm, key: string, change: (questions: Question[]) => Question[]): ProposalForm =>
  withSections(
    form,
    form.sections.map((one) => (one.key === key ? { ...one, questions: change(one.questions) } : one)),
  );

const everywhere = (form: ProposalForm, change: (questions: Question[]) => Question[]): ProposalForm =>
  withSections(
    form,
    form.sections.map((one) => ({ ...one, questions: change(one.questions) })),
  );

function demandQuestion(form: ProposalForm, key: string): Question {
  const question = questionOf(form, key);
  if (!question) throw new NotFound();
  return question;
}

/** rule 12: whoever applies states which other sources pay for the project; its words may be changed. */
const STATEMENT = 'otherSources';

function demandFree({ key }: Pick<Question, 'key'>): void {
  if (key === STATEMENT) throw new Conflict('competitions.form-fixed-question');
}

function demandOwn(form: ProposalForm, key: string): void {
  const section = sectionOf(form, key);
  if (!section) throw new NotFound();
  if (section.part !== undefined) throw new Conflict('competitions.form-fixed-part');
}

const inserted = <T>(list: readonly T[], at: number, item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];

function moved<T>(list: readonly T[], at: number, direction: Direction): T[] {
  const to = at + (direction === 'up' ? -1 : 1);
  if (to < 0 || to >= list.length) return [...list];
  const copy = [...list];
  copy.splice(to, 0, ...copy.splice(at, 1));
  return copy;
}
