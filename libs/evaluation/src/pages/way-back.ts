import { competitionPaths, worksFor, type CompetitionRow } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { STAFF } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';

/** Staff come from the page of the competition, which the commission does not open: it comes from its scorings. */
export function wayBack(
  { actor }: Context,
  competition: Pick<CompetitionRow, 'id' | 'organiserId' | 'coOrganiserId'>,
): { href: string; phrase: string } {
  return worksFor(actor, STAFF, competition)
    ? { href: competitionPaths.overview(competition.id), phrase: 'evaluation:commission.back' }
    : { href: evaluationPaths.scoring, phrase: 'evaluation:queue.back' };
}
