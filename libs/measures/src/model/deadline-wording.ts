import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { dueDatesOf, windowOf, type Deadline, type Quarter } from './deadline.js';

const ROMAN: Record<Quarter, string> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** «IV квартал» / «quarter IV». */
export function quarterInWords(quarter: Quarter, lang: Lang): string {
  return phrase(lang, 'measures:deadline.quarter', { quarter: ROMAN[quarter] });
}

/** The deadline of a measure in a sentence: «у IV кварталі 2020 року: з 1 жовтня до 31 грудня». */
export function deadlineInWords(deadline: Deadline, year: number, lang: Lang): string {
  const { from, until } = windowOf(deadline, year);
  const days = { year, from: dayAndMonth(from, lang), until: dayAndMonth(until, lang) };
  switch (deadline.kind) {
    case 'all-year':
      return phrase(lang, 'measures:deadline.all-year', days);
    case 'every-quarter':
      return phrase(lang, 'measures:deadline.every-quarter', { year, dues: duesInWords(deadline, year, lang) });
    case 'month':
      return phrase(lang, 'measures:deadline.month', {
        ...days,
        month: phrase(lang, `measures:in-month.${deadline.month}`),
      });
    case 'quarters': {
      const key = deadline.from === deadline.to ? 'one-quarter' : 'quarters';
      return phrase(lang, `measures:deadline.${key}`, {
        ...days,
        first: ROMAN[deadline.from],
        last: ROMAN[deadline.to],
      });
    }
  }
}

/** «до 31 березня» / "by 31 March". */
export function dueInWords(due: string, lang: Lang): string {
  return phrase(lang, 'measures:deadline.due', { due: dayAndMonth(due, lang) });
}

/** The deadline without its days, for narrow places: «щоквартально» / "every quarter". */
export function deadlineInShort(deadline: Deadline, lang: Lang): string {
  if (deadline.kind === 'month') {
    return phrase(lang, 'measures:deadline-short.month', {
      month: phrase(lang, `measures:in-month.${deadline.month}`),
    });
  }
  if (deadline.kind !== 'quarters') return phrase(lang, `measures:deadline-short.${deadline.kind}`);
  const key = deadline.from === deadline.to ? 'one-quarter' : 'quarters';
  return phrase(lang, `measures:deadline-short.${key}`, { first: ROMAN[deadline.from], last: ROMAN[deadline.to] });
}

function duesInWords(deadline: Deadline, year: number, lang: Lang): string {
  const days = dueDatesOf(deadline, year).map((due) => dayAndMonth(due, lang));
  return new Intl.ListFormat(lang === 'en' ? 'en-GB' : 'uk-UA', { type: 'conjunction' }).format(days);
}

function dayAndMonth(on: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'uk-UA', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${on}T00:00:00Z`));
}
