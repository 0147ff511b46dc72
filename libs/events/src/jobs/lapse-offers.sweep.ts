import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { lockRegistration } from '../queries/find-registration.js';
import { Places } from '../use-cases/places.js';

const AT_ONCE = 100;

/** An offered place that nobody answered goes to the next one. */
@Sweep('events.lapse-offers')
@Injectable()
export class LapseOffers implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly places: Places,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ at: Date | null }>(
      `select min(offered_until) as at from events.registration where state = 'offered' and offered_until > $1`,
      [now],
    );
    return row!.at;
  }

  /** Each in a transaction of its own: the next offer is a row of the same event. */
  async sweep(ctx: Context): Promise<void> {
    const over = await this.db.rows<{ id: string }>(
      `select id from events.registration where state = 'offered' and offered_until <= $1 order by offered_until limit ${AT_ONCE}`,
      [ctx.now],
    );
    for (const { id } of over)
      await this.uow.run(ctx, async (tx) => {
        const { event, registration } = await lockRegistration(tx, id);
        if (registration.state !== 'offered') return;
        await this.places.lapse(tx, event, registration);
        await this.places.promote(tx, event);
      });
  }
}
