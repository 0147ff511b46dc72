import { pointsText } from '#libs/evaluation';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { EffectRow, StandingNow } from '../model/effect.js';

export interface NamedEffect {
  registerCode: string;
  organisationName: string;
  title: string;
  before: StandingInWords;
  after: StandingInWords;
}
export interface StandingInWords {
  place: string;
  points: string;
  money: string;
}

/** The changed places with the names of the proposals. */
export async function namedEffect(reader: Reader, effect: readonly EffectRow[], lang: Lang): Promise<NamedEffect[]> {
  const names = await reader.rows<{ id: string; registerCode: string; organisationName: string; title: string }>(
    `select id, register_code as "registerCode", organisation_short_name as "organisationName", title
       from applications.v_application where id = any($1)`,
    [effect.map(({ applicationId }) => applicationId)],
  );
  const byId = new Map(names.map((one) => [one.id, one]));
  return effect.map(({ applicationId, before, after }) => {
    const { registerCode, organisationName, title } = byId.get(applicationId)!;
    const shown = { before: inWords(before, lang), after: inWords(after, lang) };
    return { registerCode, organisationName, title, ...shown };
  });
}

/** One line for each proposal: «1.1-007 ГО «Читальня»: місце 3 → 1, …». */
export async function effectInWords(reader: Reader, effect: readonly EffectRow[], lang: Lang): Promise<string[]> {
  const named = await namedEffect(reader, effect, lang);
  return named.map(({ registerCode, organisationName, before, after }) =>
    phrase(lang, 'complaints:effect.line', {
      ...{ code: registerCode, organisation: organisationName },
      ...{ placeBefore: before.place, placeAfter: after.place },
      ...{ pointsBefore: before.points, pointsAfter: after.points },
      ...{ moneyBefore: before.money, moneyAfter: after.money },
    }),
  );
}

const inWords = ({ place, pointsSum, sheetsCount, amountKop }: StandingNow, lang: Lang): StandingInWords => ({
  place: place === null ? phrase(lang, 'complaints:effect.noPlace') : String(place),
  points: pointsText({ numerator: pointsSum, denominator: sheetsCount }, lang),
  money: formatMoney(amountKop, lang),
});
