import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Conflict, TooMany } from '#libs/platform/errors';
import type { Known } from '../model/event.js';
import { LIMITS } from '../model/limits.js';
import { lockEvent } from '../queries/find-event.js';

export interface NewSlots {
  host: string;
  title: string | null;
  place: string | null;
  guide: string | null;
  note: string | null;
  startsAt: Date;
  minutes: number;
  /** So many one after another. */
  count: number;
  capacity: number | null;
  stepFree: Known;
  shelter: Known;
}

/** Slots of an open day or sessions of a programme. */
@Injectable()
export class WriteSlots {
  constructor(private readonly uow: UnitOfWork) {}

  add(ctx: Context, eventId: string, slots: NewSlots): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, eventId, 'edit');
      if (event.state !== 'draft' && event.state !== 'published') throw new Conflict('events.not-now');
      const row = await tx.one<{ count: number }>(
        'select count(*)::int as count from events.slot where event_id = $1',
        [eventId],
      );
      if (row!.count + slots.count > LIMITS.slots) throw new TooMany('events.too-many-slots', { max: LIMITS.slots });
      for (let index = 0; index < slots.count; index += 1) {
        const startsAt = new Date(slots.startsAt.getTime() + index * slots.minutes * 60_000);
        await tx.change(
          `insert into events.slot (id, event_id, starts_at, ends_at, title, host, place, guide, note, capacity, step_free, shelter)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            ...[newId(), eventId, startsAt, new Date(startsAt.getTime() + slots.minutes * 60_000), slots.title],
            ...[slots.host, slots.place, slots.guide, slots.note, slots.capacity, slots.stepFree, slots.shelter],
          ],
        );
      }
    });
  }

  /** @throws Conflict when somebody has chosen it */
  remove(ctx: Context, eventId: string, slotId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockEvent(tx, eventId, 'edit');
      const chosen = await tx.one('select 1 from events.registration_slot where slot_id = $1 limit 1', [slotId]);
      if (chosen) throw new Conflict('events.slot-chosen');
      await tx.change('delete from events.slot where id = $1 and event_id = $2', [slotId, eventId]);
    });
  }
}
