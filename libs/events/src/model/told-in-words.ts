import type { Lang } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import { TOLD_FIELDS, type Told, type ToldField, type Turn } from './changes.js';

/** Which fields say something else than before. */
export const toldTurns = ({ before, after }: Turn): ToldField[] =>
  TOLD_FIELDS.filter((field) => field in before && before[field] !== after[field]);

/** A told value in words; nothing stays «не вказано». */
export function toldInWords(field: ToldField, told: Told, lang: Lang): string {
  const value = told[field];
  if (!value) return phrase(lang, 'platform:notGiven');
  if (field === 'startsAt' || field === 'endsAt') return longDateTime(value, lang);
  return field === 'format' ? phrase(lang, `events:format.${value}`) : value;
}
