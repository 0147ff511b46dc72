import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { LIMITS } from '../model/limits.js';
import { readPaperSheet, type PaperLine } from '../model/paper-sheet.js';
import { lockEvent } from '../queries/find-event.js';
import { demandOpenSheet } from './check-in.js';
import { takeGuest } from './take-guest.js';

export interface Counts {
  onPaper: number;
  online: number;
  organisations: number;
  women: number | null;
  men: number | null;
  notStated: number | null;
}

/** Who was there without the portal: names typed from a paper sheet, and counts where there are no names. */
@Injectable()
export class NoteAttendance {
  constructor(private readonly uow: UnitOfWork) {}

  /** Returns how many were typed. @throws InvalidInput when there is nobody, or too many at once */
  names(ctx: Context, eventId: string, typed: string): Promise<number> {
    const lines = readPaperSheet(typed);
    if (lines.length === 0) throw invalidField('names', 'events.nobody-typed');
    if (lines.length > LIMITS.paperLines)
      throw invalidField('names', 'events.too-many-lines', { max: LIMITS.paperLines });
    return this.uow.run(ctx, async (tx) => {
      demandOpenSheet(await lockEvent(tx, eventId, 'act'));
      for (const line of lines) await there(tx, eventId, line);
      return lines.length;
    });
  }

  counts(ctx: Context, eventId: string, counts: Counts): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demandOpenSheet(await lockEvent(tx, eventId, 'act'));
      const { onPaper, online, organisations, women, men, notStated } = counts;
      await tx.change(
        `insert into events.attendance (event_id, on_paper, online, organisations, women, men, not_stated, noted_by, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (event_id) do update set on_paper = excluded.on_paper, online = excluded.online,
           organisations = excluded.organisations, women = excluded.women, men = excluded.men,
           not_stated = excluded.not_stated, noted_by = excluded.noted_by, noted_at = excluded.noted_at`,
        [eventId, onPaper, online, organisations, women, men, notStated, tx.actor.personId, tx.now],
      );
    });
  }
}

/** Their signature on the sheet is the consent; nobody is published by it. */
async function there(tx: Tx, eventId: string, { fullName, organisation, phone }: PaperLine): Promise<void> {
  const id = await takeGuest(tx, eventId, {
    ...{ fullName: fullName.slice(0, LIMITS.name), organisation: organisation?.slice(0, LIMITS.line) ?? null },
    ...{ phone: phone?.slice(0, LIMITS.phone) ?? null, email: null, position: null, seats: 1, names: null },
    ...{ question: null, accessNeeds: null, asMedia: false, mayPublishName: false, mayPhotograph: false },
    ...{ channel: 'paper', personId: null, isReserved: false },
  });
  await tx.change(
    `update events.registration set state = 'attended', placed_at = $2, checked_in_at = $2, checked_in_by = $3,
            seq = (select coalesce(max(seq), 0) + 1 from events.registration where event_id = $4) where id = $1`,
    [id, tx.now, tx.actor.personId, eventId],
  );
}
