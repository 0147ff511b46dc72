import { lockCompetition } from '#libs/competitions';
import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { truthCheckPolicy } from '../access/truth-check.policy.js';
import type { ApplicationRow } from '../model/application.js';
import { applicationById, lockApplication } from './lock-application.js';

const OPEN: readonly string[] = ['submitted', 'admitted'];

/** The proposal, locked after its competition, for somebody who may order or answer a check before the scoring. */
export async function lockForTruthCheck(tx: Tx, id: string, action: 'order' | 'answer'): Promise<ApplicationRow> {
  const competition = await lockCompetition(tx, (await applicationById(tx, id)).competitionId);
  const application = await lockApplication(tx, id);
  demand(truthCheckPolicy, 'see', tx.actor, application);
  demand(truthCheckPolicy, action, tx.actor, application);
  if (competition.state !== 'admission') throw new Conflict('applications.not-in-admission');
  if (!OPEN.includes(application.state)) throw new Conflict('applications.not-now');
  return application;
}
