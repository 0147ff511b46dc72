import { potRulesOf } from '#libs/awards';
import { competitionSettings } from '#libs/competitions';
import { proposalsWithSheets, ratingRules } from '#libs/evaluation';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { RatedCase } from '../model/effect.js';

/** What the rating of a competition was computed of. */
export async function ratedCase(reader: Reader, competitionId: string): Promise<RatedCase> {
  const settings = await competitionSettings(reader, competitionId);
  const asked = await reader.rows<{ id: string; kop: string }>(
    `select id, requested_kop as kop from applications.v_application where competition_id = $1 and state = 'admitted'`,
    [competitionId],
  );
  const sums = new Map(asked.map(({ id, kop }) => [id, toSafeInteger(kop)]));
  const proposals = await proposalsWithSheets(reader, competitionId);
  return {
    rules: await ratingRules(reader, settings),
    money: potRulesOf(settings),
    criteria: settings.criteria,
    proposals: proposals.map((one) => ({
      ...{ ...one, submittedAt: new Date(one.submittedAt) },
      requestedKop: sums.get(one.applicationId)!,
    })),
  };
}
