import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { ADMISSION, type AdmissionPayload, type Verdict } from '../model/admission.js';
import { applicationAdmitted, applicationRefused } from '../model/application.facts.js';
import { applicationLifecycle } from '../model/application.lifecycle.js';
import { AdmissionLetters, type DecidedProposal } from './admission-letters.js';

const FACTS = { admit: applicationAdmitted, refuse: applicationRefused } as const;

/**
 * What the commission decided takes effect by signed minutes (rule 52). An adopted proposal changes the state.
 * What was voted down is no opposite decision: a refusal needs a vote of its own with a reason (rule 37), so the
 * draft is dropped and the officer prepares another verdict. Without a quorum the vote did not happen: the draft
 * stays for the next session.
 */
@Implements(DecisionHandler)
@Injectable()
export class DecideAdmission implements DecisionHandler {
  readonly kind = ADMISSION;

  constructor(private readonly letters: AdmissionLetters) {}

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await shareCompetition(tx, session.scopeId);
    const adopted = decisions.filter(({ result }) => result === 'adopted').map(decided);
    await settle(tx, competition, adopted);
    for (const { id, verdict, reason } of adopted)
      tx.record(FACTS[verdict], {
        subjectId: id,
        scopeId: competition.id,
        particulars: { reason, sessionId: session.id, minutesDocumentId: session.minutesDocumentId },
      });
    await this.letters.queue(tx, competition, adopted);
    const rejectedIds = decisions.filter(({ result }) => result === 'rejected').map(({ item }) => item.subjectId);
    await tx.change('delete from applications.admission_draft where application_id = any($1)', [rejectedIds]);
  }
}

function decided({ item }: Decision): DecidedProposal {
  const { verdict, reason } = item.payload as unknown as AdmissionPayload;
  return { id: item.subjectId, verdict, reason };
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
