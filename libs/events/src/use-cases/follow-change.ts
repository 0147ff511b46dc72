import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import type { ToldField } from '../model/changes.js';
import { takenSeats } from '../queries/find-registration.js';
import { Places } from './places.js';

/** What a change of an event means for those who are registered. */
@Injectable()
export class FollowChange {
  constructor(private readonly places: Places) {}

  /** Fewer places than are held are refused; more go to those who wait. */
  async seats(tx: Tx, before: EventRow, after: EventRow): Promise<void> {
    if (before.capacity === after.capacity && before.reservedSeats === after.reservedSeats) return;
    const { open, reserved } = await takenSeats(tx, after.id);
    if (after.capacity !== null && after.capacity - after.reservedSeats < open)
      throw invalidField('capacity', 'events.seats-held', { count: open });
    if (after.reservedSeats < reserved) throw invalidField('reservedSeats', 'events.seats-held', { count: reserved });
    await this.places.promote(tx, after);
  }

  /** Everybody who comes or may still come is told of it after the commit; of a new beginning they are reminded anew. */
  async tell(tx: Tx, changeId: string, eventId: string, fields: readonly ToldField[]): Promise<void> {
    if (fields.includes('startsAt'))
      await tx.change('update events.registration set reminders = 0 where event_id = $1', [eventId]);
    tx.deliver('events.tell-change', changeId);
  }
}
