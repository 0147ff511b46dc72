import { inLang, type Column, type Question } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { titleOfOption, type AnswerValue, type Cell, type TableRow } from './answers.js';
import type { FrozenAnswer } from './frozen-proposal.js';

/** An answer beside its question as it is read for ever: in words of the language it was given in. */
export function frozenAnswer(question: Question, value: AnswerValue | undefined, lang: Lang): FrozenAnswer {
  const { key, kind, title } = question;
  const one = { key, question: inLang(title, lang) };
  if (kind !== 'table' || !Array.isArray(value)) return { ...one, answer: answerText(question, value ?? '', lang) };
  const columns = question.columns ?? [];
  const rows = (value as TableRow[]).map((row) =>
    columns.map((column) => cellText(column, row[column.key] ?? '', lang)),
  );
  return {
    ...{ ...one, answer: rows.map((row) => row.join('; ')).join('\n') },
    table: { columns: columns.map((column) => inLang(column.title, lang)), rows },
  };
}

function answerText(question: Question, value: AnswerValue, lang: Lang): string {
  const option = (one: string) => inLang(titleOfOption(question, one), lang) || one;
  if (Array.isArray(value)) return value.map((one) => `– ${option(one as string)}`).join('\n');
  if (question.kind === 'yes-no') return value === '' ? '' : phrase(lang, `applications:answer.${value}`);
  return question.kind === 'choice' ? option(String(value)) : cellText(question, value, lang);
}

function cellText({ kind }: Pick<Question | Column, 'kind'>, value: Cell, lang: Lang): string {
  if (kind === 'money' && typeof value === 'number') return formatMoney(value, lang);
  if (kind === 'date' && value !== '') return shortDate(String(value));
  return typeof value === 'number' ? typedNumber(value) : value;
}

/** As a person types it again: with a comma. */
export const typedNumber = (value: number): string => String(value).replace('.', ',');
