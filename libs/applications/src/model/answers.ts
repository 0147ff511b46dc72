import type { Question, Words } from '#libs/competitions';

export type Cell = string | number;
export type TableRow = Record<string, Cell>;

/** As it is kept: text, `YYYY-MM-DD`, a number, kopecks, the value of an option, several values, rows of cells. */
export type AnswerValue = string | number | string[] | TableRow[];

/** By the key of the question; what is asked no longer is kept all the same. */
export type Answers = Record<string, AnswerValue>;

export const isAnswered = (value: AnswerValue | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';

/** A kept answer still fits its question after the form has changed: its option is there, its kind of value is right. */
export function fits(question: Question, value: AnswerValue | undefined): boolean {
  if (!isAnswered(value)) return true;
  switch (question.kind) {
    case 'number':
    case 'money':
      return typeof value === 'number';
    case 'choice':
    case 'yes-no':
      return typeof value === 'string' && optionsOf(question).includes(value);
    case 'choices':
      return Array.isArray(value) && value.every((one) => optionsOf(question).includes(one as string));
    case 'table':
      return Array.isArray(value) && value.every((row) => typeof row === 'object');
    default:
      return typeof value === 'string';
  }
}

export const optionsOf = ({ kind, options }: Question): string[] =>
  kind === 'yes-no' ? ['yes', 'no'] : (options ?? []).map(({ value }) => value);

export const titleOfOption = ({ options }: Question, value: string): Words | undefined =>
  options?.find((option) => option.value === value)?.title;

export const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
