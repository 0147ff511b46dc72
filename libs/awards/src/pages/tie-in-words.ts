import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { RatedProposal } from '../model/allocation.js';

/** The step that parted a proposal from others with the same score (rule 47). */
export function stepInWords({ tieStep, criteria }: RatedProposal, lang: Lang): string {
  const key = /^criterion:(.+)$/.exec(tieStep ?? '')?.[1];
  if (key === undefined) return phrase(lang, `awards:ties.${tieStep}`);
  return phrase(lang, 'awards:ties.criterion', { title: criteria.find((one) => one.key === key)?.title ?? key });
}
