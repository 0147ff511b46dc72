import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { AdoptedLine, RatedProposal } from './allocation.js';
import { withoutPersonalData } from '#libs/identity';

/** The reason of what stands today: a proposal that was next and that the commission then passed over has another one. */
export function reasonNow({ adopted, isPassedOver }: RatedProposal, lang: Lang): string | null {
  return adopted && reasonInWords(isPassedOver ? PASSED_OVER : adopted, lang);
}

const PASSED_OVER = { reason: 'passed-over', note: '' } as const;

/** Why a proposal gets nothing: «комісія не підтримала», or the director's own public words; null when nothing is said. */
export function reasonInWords(
  { reason, note }: Pick<AdoptedLine, 'note'> & { reason: AdoptedLine['reason'] | 'passed-over' },
  lang: Lang,
): string | null {
  if (reason === null)
    return note === '' ? null : phrase(lang, 'awards:reasons.against-advice', { note: withoutPersonalData(note) });
  if (note === '') return phrase(lang, `awards:reasons.${reason}`);
  return phrase(lang, 'awards:reasons.by-order', { note: withoutPersonalData(note) });
}
