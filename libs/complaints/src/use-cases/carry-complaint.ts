import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import { COMPLAINT } from '../model/answer.js';
import { complaintCarried } from '../model/complaint.facts.js';

/** Signed minutes say whether the places change as the answer says; without a quorum the complaint waits for others. */
@Implements(DecisionHandler)
@Injectable()
export class CarryComplaint implements DecisionHandler {
  readonly kind = COMPLAINT;

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    for (const { item, result } of decisions) {
      if (result === 'no-quorum') {
        await tx.change('update complaints.answer set session_id = null where complaint_id = $1', [item.subjectId]);
        continue;
      }
      const isAdopted = result === 'adopted';
      await tx.change('update complaints.answer set carried_at = $2, is_adopted = $3 where complaint_id = $1', [
        ...[item.subjectId, tx.now, isAdopted],
      ]);
      tx.record(complaintCarried, {
        ...{ subjectId: item.subjectId, scopeId: session.scopeId, particulars: { session: session.number, isAdopted } },
      });
    }
  }
}
