import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { unfinishedAdmissionSession } from '../queries/admission-list.js';

/**
 * The competition, locked, for someone who prepares its admission: one act after another. While a session about
 * admission is called or sits, its agenda is what was prepared, and nothing may change behind its back.
 */
export async function lockForAdmission(tx: Tx, competitionId: string): Promise<CompetitionRow> {
  const competition = await lockCompetition(tx, competitionId);
  demand(admissionPolicy, 'prepare', tx.actor, competition);
  if (competition.state !== 'admission') throw new Conflict('applications.not-in-admission');
  const session = await unfinishedAdmissionSession(tx, competitionId);
  if (session) throw new Conflict('applications.admission-session-unfinished', { number: session.number });
  return competition;
}
