import type { CompetitionSettings } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { rate } from '../model/rating.js';
import { ratingRules } from './draw-rounds.js';
import { signedScores } from './signed-scores.js';

/** Register codes in the full order of the rating, with those that have no place. */
export async function ratingOrder(reader: Reader, settings: CompetitionSettings): Promise<string[]> {
  const scored = await signedScores(reader, settings.id);
  const codes = new Map(scored.map(({ applicationId, registerCode }) => [applicationId, registerCode]));
  return rate(await ratingRules(reader, settings), scored).map(({ applicationId }) => codes.get(applicationId)!);
}
