import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { decisionClosed } from '../model/event.facts.js';
import { lockEvent } from '../queries/find-event.js';

/** A decision of a gathering was carried out, with what shows it, or dropped, with the reason. */
@Injectable()
export class CloseDecision {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, eventId: string, id: string, how: 'done' | 'dropped', proof: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { organiserId } = await lockEvent(tx, eventId, 'act');
      const closed = await tx.change(
        `update events.decision set state = $3, proof = $4, closed_at = $5 where id = $1 and event_id = $2 and state = 'open'`,
        [id, eventId, how, proof, tx.now],
      );
      if (closed === 0) throw new Conflict('events.not-now');
      tx.record(decisionClosed, { subjectId: eventId, scopeId: organiserId, particulars: { decisionId: id, how } });
    });
  }
}
