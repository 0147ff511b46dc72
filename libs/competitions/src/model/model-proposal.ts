import type { ProposalForm, Question, Words } from './form/proposal-form.js';

/** A section of the form with good examples for its questions; questions without an example stay out for the reader. */
export interface ModelSection {
  key: string;
  title: Words;
  questions: { key: string; title: Words; answer: string }[];
}

/** Files and tables have no example in words. */
const isWritten = ({ kind }: Question): boolean => kind !== 'file' && kind !== 'table';

/** Every question that can have an example, with the one that was written. */
export function modelSections(form: ProposalForm, answers: ReadonlyMap<string, string>): ModelSection[] {
  return form.sections
    .map(({ key, title, questions }) => ({
      key,
      title,
      questions: questions
        .filter(isWritten)
        .map((question) => ({ key: question.key, title: question.title, answer: answers.get(question.key) ?? '' })),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** What applicants read: only what was written. */
export const writtenSections = (sections: readonly ModelSection[]): ModelSection[] =>
  sections
    .map((section) => ({ ...section, questions: section.questions.filter(({ answer }) => answer !== '') }))
    .filter(({ questions }) => questions.length > 0);
