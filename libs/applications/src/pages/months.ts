import type { Lang } from '#libs/platform/access';
import type { ApplicationForWriting } from '../queries/application-for-writing.js';

const MONTHS_MAX = 36;

/** «січень 2021» for 'YYYY-MM'. */
export function monthInWords(month: string, lang: Lang): string {
  const at = new Date(`${month}-15T12:00:00Z`);
  const locale = lang === 'en' ? 'en-GB' : 'uk-UA';
  const [name, year] = [
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(at),
    month.slice(0, 4),
  ];
  return `${name} ${year}`;
}

/** The months from one day to another, and those already chosen, for a select. */
export function monthsOf(
  from: string | null,
  until: string | null,
  chosen: readonly (string | null)[],
  lang: Lang,
): { value: string; text: string }[] {
  const months = new Set(chosen.filter((month) => month !== null));
  for (let month = from?.slice(0, 7); month && until && month <= until.slice(0, 7); month = after(month)) {
    months.add(month);
    if (months.size >= MONTHS_MAX) break;
  }
  return [...months].sort().map((month) => ({ value: month, text: monthInWords(month, lang) }));
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months of a proposal: of its own days, else of the days that the competition allows. */
export function projectMonths({ application, settings, draft }: ApplicationForWriting, lang: Lang) {
  const chosen = draft.activities.map(({ month }) => month);
  const [from, until] = [application.startOn ?? settings.projectsFrom, application.endOn ?? settings.projectsUntil];
  return monthsOf(from, until, chosen, lang);
}
