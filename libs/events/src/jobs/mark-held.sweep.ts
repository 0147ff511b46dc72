import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { eventById } from '../queries/find-event.js';
import { HoldEvent } from '../use-cases/hold-event.js';

/** So many at one pass; the next pass takes the rest. */
const AT_ONCE = 100;

/** An event that is over was held, unless somebody has said otherwise. */
@Sweep('events.mark-held')
@Injectable()
export class MarkHeld implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly hold: HoldEvent,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ at: Date | null }>(
      `select min(ends_at) as at from events.event where state = 'published' and ends_at > $1`,
      [now],
    );
    return row!.at;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const over = await tx.rows<{ id: string }>(
        `select id from events.event where state = 'published' and ends_at <= $1
          order by ends_at limit ${AT_ONCE} for update skip locked`,
        [tx.now],
      );
      for (const { id } of over) await this.hold.within(tx, await eventById(tx, id));
    });
  }
}
