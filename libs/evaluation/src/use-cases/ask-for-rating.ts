import type { Tx } from '#libs/platform/database';
import { ratingObstacles } from '../queries/rating-obstacles.js';

/**
 * When the last sheet is signed (or the last unsigned one falls away) the rating is computed by a job.
 * The caller has locked the competition: of two last signatures at once the second sees the first.
 */
export async function askForRating(tx: Tx, competition: { id: string; state: string }): Promise<void> {
  if (competition.state !== 'scoring') return;
  if ((await ratingObstacles(tx, competition.id)).length > 0) return;
  tx.deliver('evaluation.compute-rating', competition.id);
}
