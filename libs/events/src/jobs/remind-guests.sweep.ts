import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { phrase } from '#libs/platform/phrases';
import type { RegistrationRow } from '../model/registration.js';
import type { EventRow } from '../model/event.js';
import { chosenSlots } from '../queries/chosen-slots.js';
import { eventById } from '../queries/find-event.js';
import { REGISTRATION_COLUMNS } from '../queries/find-registration.js';
import { RegistrationLetters } from '../use-cases/registration-letters.js';

/** So many hours before the beginning; the first is behind when `reminders` is 1. */
const HOURS = [48, 3] as const;
/** Letters of one pass; the next pass takes the rest. */
const AT_ONCE = 500;

/** Who registers nearer to the beginning than that has just had a letter: the reminder is left out. */
const DUE = `e.state = 'published' and e.starts_at > $1 and r.state = 'confirmed' and r.reminders < $2
  and e.starts_at <= $1::timestamptz + $3 * interval '1 hour'`;

/** Two days and three hours before it begins. */
@Sweep('events.remind-guests')
@Injectable()
export class RemindGuests implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: RegistrationLetters,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ at: Date | null }>(
      `select min(due) as at from (
         select e.starts_at - hours * interval '1 hour' as due from events.event e, unnest($2::int[]) as hours
          where e.state = 'published' and e.starts_at > $1) dues where due > $1`,
      [now, HOURS],
    );
    return row!.at;
  }

  async sweep(ctx: Context): Promise<void> {
    for (const [index, hours] of [...HOURS.entries()].reverse()) await this.remind(ctx, index + 1, hours);
  }

  private remind(ctx: Context, number: number, hours: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const due = await tx.rows<RegistrationRow & { isFresh: boolean }>(
        `select ${REGISTRATION_COLUMNS}, r.placed_at > e.starts_at - $3 * interval '1 hour' as "isFresh"
           from events.registration r join events.event e on e.id = r.event_id
          where ${DUE} order by e.starts_at, r.seq limit ${AT_ONCE} for update of r skip locked`,
        [tx.now, number, hours],
      );
      const ids = due.map(({ id }) => id);
      const slots = await chosenSlots(tx, ids);
      await tx.change('update events.registration set reminders = $2 where id = any($1)', [ids, number]);
      const events = new Map<string, EventRow>();
      for (const { isFresh, ...one } of due) {
        if (isFresh) continue;
        const event = events.get(one.eventId) ?? (await eventById(tx, one.eventId));
        events.set(one.eventId, event);
        const left = phrase(one.language, `events:mailWords.in${hours}`);
        const once = `${number}:${event.startsAt!.toISOString()}`;
        await this.letters.queue(tx, 'reminder', event, one, {
          ...{ kind: 'reminder', data: { left }, once },
          slots: slots.filter(({ registrationId }) => registrationId === one.id),
        });
      }
    });
  }
}
