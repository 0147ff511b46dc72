import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import type { DefenceRow } from '../model/defence.js';
import { defenceOf } from '../queries/read-defence.js';

/** Locks the competition and its defence for whoever leads it. @throws NotFound where nobody plans one */
export async function lockDefence(
  tx: Tx,
  competitionId: string,
  states: readonly string[],
): Promise<{ competition: CompetitionRow; defence: DefenceRow }> {
  const competition = await lockCompetition(tx, competitionId);
  demand(evaluationPolicy, 'lead-defence', tx.actor, competition);
  const defence = await defenceOf(tx, competitionId);
  if (!defence) throw new NotFound();
  if (!states.includes(competition.state) || defence.state === 'cancelled')
    throw new Conflict('evaluation.defence-not-now');
  return { competition, defence };
}
