import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { AdoptedLine } from './allocation.js';
import { withoutPersonalData } from './without-personal-data.js';

/** Why a proposal gets nothing: «комісія не підтримала», or the director's own public words; null when nothing is said. */
export function reasonInWords({ reason, note }: Pick<AdoptedLine, 'reason' | 'note'>, lang: Lang): string | null {
  if (reason === null)
    return note === '' ? null : phrase(lang, 'awards:reasons.against-advice', { note: withoutPersonalData(note) });
  if (note === '') return phrase(lang, `awards:reasons.${reason}`);
  return phrase(lang, 'awards:reasons.by-order', { note: withoutPersonalData(note) });
}
