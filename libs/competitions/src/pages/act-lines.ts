import type { Lang } from '#libs/platform/access';
import { kyivDay, longDateTime, shortDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { ActRow } from '../model/act.js';
import { competitionPaths } from '../paths.js';

/** An act as people read it. */
export interface ActLine {
  id: string;
  kind: ActRow['kind'];
  position: number | null;
  /** «Конкурс скасовано» */
  title: string;
  /** «Наказ № 17-од від 25.11.2020» */
  act: string;
  reason: string;
  /** Kyiv day of the confirmation, as the effect begins. */
  since: string | null;
  signer: string | null;
  /** Whoever prepared it confirmed it: everybody is told. */
  isOfOnePerson: boolean;
  /** «Прийом до: 05.11.2020, 18:00 → 15.11.2020, 18:00» */
  changes: { what: string; was: string; becomes: string }[];
  document: string | null;
}

export function actLine(act: ActRow, code: string, lang: Lang): ActLine {
  const state = act.state === 'confirmed' ? 'done' : 'planned';
  return {
    id: act.id,
    kind: act.kind,
    position: act.position,
    title: phrase(lang, `competitions:act.${state}.${act.kind}`),
    act: phrase(lang, 'competitions:act.byAct', { number: act.number, date: shortDate(act.actOn) }),
    reason: act.reason,
    since: act.confirmedAt && kyivDay(act.confirmedAt),
    signer: act.signerName && `${act.signerPosition}, ${act.signerName}`,
    isOfOnePerson: act.confirmedBy === act.preparedBy,
    changes: changesInWords(act, lang),
    document: act.documentId && act.position ? competitionPaths.actDocument(code, act.position) : null,
  };
}

function changesInWords({ changes: { before, after } }: ActRow, lang: Lang): ActLine['changes'] {
  return Object.keys(after ?? {}).map((key) => ({
    what: phrase(lang, `competitions:field.${key}`),
    was: inWords(key, before![key], lang),
    becomes: inWords(key, after![key], lang),
  }));
}

function inWords(key: string, value: string | number | null | undefined, lang: Lang): string {
  if (value === null || value === undefined) return phrase(lang, 'platform:notGiven');
  if (key.endsWith('Kop')) return formatMoney(value as number, lang);
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? shortDate(String(value)) : longDateTime(String(value), lang);
}
