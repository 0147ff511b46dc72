import { Injectable } from '@nestjs/common';
import type { CompetitionRow } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { AdmissionBasis, Verdict } from '../model/admission.js';
import { applicationAdmitted, applicationRefused } from '../model/application.facts.js';
import { applicationLifecycle } from '../model/application.lifecycle.js';
import { AdmissionLetters, type DecidedProposal } from './admission-letters.js';

const FACTS = { admit: applicationAdmitted, refuse: applicationRefused } as const;

/** States, facts and letters of a decision on admission, whoever made it. */
@Injectable()
export class PutAdmissionIntoEffect {
  constructor(private readonly letters: AdmissionLetters) {}

  async within(
    tx: Tx,
    competition: CompetitionRow,
    decisions: readonly DecidedProposal[],
    basis: AdmissionBasis,
  ): Promise<void> {
    await settle(tx, competition, decisions);
    for (const { id, verdict, reason } of decisions)
      tx.record(FACTS[verdict], { subjectId: id, scopeId: competition.id, particulars: { reason, ...basis } });
    await this.letters.queue(tx, competition, decisions, basis);
  }
}

/** Locks, asks the lifecycle, changes the state: all at once. */
async function settle(tx: Tx, competition: CompetitionRow, decisions: readonly DecidedProposal[]): Promise<void> {
  const rows = await tx.rows<{ id: string; state: 'submitted' }>(
    'select id, state from applications.application where id = any($1) order by id for update',
    [decisions.map(({ id }) => id)],
  );
  const verdicts = new Map<string, Verdict>(decisions.map(({ id, verdict }) => [id, verdict]));
  const { state: competitionState, opensAt, closesAt } = competition;
  const next = rows.map(({ id, state }) =>
    applicationLifecycle.next(state, verdicts.get(id)!, { now: tx.now, competitionState, opensAt, closesAt }),
  );
  const changed = await tx.change(
    `update applications.application a
        set state = decided.state, decided_at = $4, decision_reason = decided.reason
       from unnest($1::uuid[], $2::text[], $3::text[]) as decided (id, state, reason) where a.id = decided.id`,
    [rows.map(({ id }) => id), next, rows.map(({ id }) => reasonOf(decisions, id)), tx.now],
  );
  if (changed !== decisions.length) throw new Conflict('applications.not-now');
}

/** Only a refusal has public reasons. */
function reasonOf(decisions: readonly DecidedProposal[], id: string): string | null {
  const found = decisions.find((one) => one.id === id)!;
  return found.verdict === 'refuse' ? found.reason : null;
}
