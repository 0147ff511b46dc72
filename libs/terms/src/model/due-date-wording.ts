import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { DueDate, SkippedDay, Term } from './due-date.js';
import type { DayOffReason } from './working-day-calendar.js';

/**
 * How a due date came about, in a sentence:
 * «7 календарних днів від 01.06.2020 → 08.06.2020, вихідний: Трійця, перенесено з 07.06.2020 → 09.06.2020.»
 */
export function explainDueDate(due: DueDate, lang: Lang): string {
  const base = shortDate(due.baseOn);
  const term = phrase(lang, `terms:due.${due.direction}`, { term: termInWords(due.term, lang), base });
  const counted = { term, due: shortDate(due.dueOn), counted: shortDate(due.countedTo) };
  const sentence = due.moved
    ? phrase(lang, 'terms:due.moved', { ...counted, reason: reasonInWords(due.moved, lang) })
    : phrase(lang, 'terms:due.counted', counted);
  return [`${sentence}.`, skippedInWords(due.skipped, lang), unknownYearsInWords(due.unknownYears, lang)]
    .filter(Boolean)
    .join(' ');
}

/** «15 календарних днів» / «15 calendar days». */
export function termInWords({ count, unit }: Term, lang: Lang): string {
  return phrase(lang, `terms:units.${unit}`, { count });
}

/** «субота», «вихідний: Трійця, перенесено з 07.06.2020». */
export function reasonInWords(reason: DayOffReason, lang: Lang): string {
  if (reason.kind === 'weekend') return phrase(lang, `terms:due.weekend.${reason.weekday}`);
  if (reason.kind === 'exchange') return phrase(lang, 'terms:due.exchange', { worked: shortDate(reason.worked) });
  const holiday = phrase(lang, `terms:holidays.${reason.holiday}`);
  return reason.movedFrom
    ? phrase(lang, 'terms:due.holiday-moved', { holiday, from: shortDate(reason.movedFrom) })
    : phrase(lang, 'terms:due.holiday', { holiday });
}

function skippedInWords(skipped: SkippedDay[], lang: Lang): string {
  if (skipped.length === 0) return '';
  const days = skipped.map(({ on, reason }) =>
    phrase(lang, 'terms:due.skipped-day', { on: shortDate(on), reason: reasonInWords(reason, lang) }),
  );
  return phrase(lang, 'terms:due.skipped', { days: days.join('; ') });
}

function unknownYearsInWords(years: number[], lang: Lang): string {
  return years.length === 0 ? '' : phrase(lang, 'terms:due.unknown-years', { years: years.join(', ') });
}
