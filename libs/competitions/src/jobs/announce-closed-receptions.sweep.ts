import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { receptionClosed } from '../model/competition.facts.js';

/** A competition whose door has just closed, and which no act has stopped: cut to the second, as the guard does it (rule 16). */
const JUST_CLOSED = `state <> 'draft' and stopped_from is null and reception_closed_at is null
  and date_trunc('second', closes_at) < date_trunc('second', $1::timestamptz)`;
const AFTER_CLOSING_MS = 1_000;

/** Says once that the reception of a competition is over. Nothing waits for it: guards read the calendar. */
@Sweep('competitions.closing')
@Injectable()
export class AnnounceClosedReceptions implements SweepHandler {
  constructor(private readonly uow: UnitOfWork) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ closesAt: Date | null }>(
      `select min(closes_at) as "closesAt" from competitions.competition
        where state <> 'draft' and stopped_from is null and reception_closed_at is null and closes_at >= $1::timestamptz - interval '1 second'`,
      [now],
    );
    return row?.closesAt ? new Date(row.closesAt.getTime() + AFTER_CLOSING_MS) : null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const closed = await tx.rows<{ id: string; closesAt: Date }>(
        `select id, closes_at as "closesAt" from competitions.competition where ${JUST_CLOSED}
          order by id for update skip locked`,
        [tx.now],
      );
      for (const { id, closesAt } of closed) {
        await tx.change('update competitions.competition set reception_closed_at = $2 where id = $1', [id, tx.now]);
        tx.record(receptionClosed, { subjectId: id, scopeId: id, particulars: { closesAt } });
      }
    });
  }
}
