import type { Lang } from '#libs/platform/access';
import { longDate, longDateTime } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { ActRow } from './act.js';
import type { CompetitionRow } from './competition.js';

/** What fills the words of a letter about an act. */
export function actLetter(act: ActRow, competition: CompetitionRow, lang: Lang): Record<string, unknown> {
  return {
    competition: (lang === 'en' && competition.titleEn) || competition.title,
    number: act.number,
    date: longDate(act.actOn, lang),
    reason: act.reason,
    closesAt: competition.closesAt && longDateTime(competition.closesAt, lang, true),
    pot: competition.potKop === null ? '' : formatMoney(competition.potKop, lang),
  };
}

/** What fills the words of the notice that the director did not confirm an act. */
export const actReturnLetter = (
  act: ActRow,
  competition: Pick<CompetitionRow, 'title' | 'titleEn'>,
  remark: string,
  lang: Lang,
): Record<string, unknown> => ({
  competition: (lang === 'en' && competition.titleEn) || competition.title,
  act: phrase(lang, `competitions:act.planned.${act.kind}`),
  number: act.number,
  date: longDate(act.actOn, lang),
  remark,
});
