import { Injectable } from '@nestjs/common';
import { shareCompetition } from '#libs/competitions';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { ADMISSION, type AdmissionPayload } from '../model/admission.js';
import type { DecidedProposal } from './admission-letters.js';
import { PutAdmissionIntoEffect } from './put-admission-into-effect.js';

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

  constructor(private readonly effect: PutAdmissionIntoEffect) {}

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await shareCompetition(tx, session.scopeId);
    const adopted = decisions.filter(({ result }) => result === 'adopted').map(decided);
    const { id: sessionId, minutesDocumentId } = session;
    await this.effect.within(tx, competition, adopted, { sessionId, minutesDocumentId });
    const rejectedIds = decisions.filter(({ result }) => result === 'rejected').map(({ item }) => item.subjectId);
    await tx.change('delete from applications.admission_draft where application_id = any($1)', [rejectedIds]);
  }
}

function decided({ item }: Decision): DecidedProposal {
  const { verdict, reason } = item.payload as unknown as AdmissionPayload;
  return { id: item.subjectId, verdict, reason };
}
