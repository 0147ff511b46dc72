import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { newId, type Tx } from '#libs/platform/database';
import { UNREAD_DAYS } from '../model/call-rules.js';
import type { Notice } from '../model/notice.js';

/** The letters that one act sends to the people of one organisation are one notice, with one clock. */
export async function startClock(tx: Tx, messageId: string, { startsClock, organiserId, template }: Notice) {
  const { aboutId, organisationId } = startsClock!;
  await tx.change(
    `with started as (
       insert into notifications.clock
         (id, organiser_id, organisation_id, about_id, template, cause, queued_at, call_due_at)
       values ($2, $3, $4, $5, $6, $7, $8, $9)
       on conflict on constraint uq_clock_cause do update set cause = excluded.cause
       returning id)
     update notifications.message set clock_id = (select id from started) where id = $1`,
    [messageId, newId(), organiserId, organisationId, aboutId, template, tx.ctx.requestId, tx.now, callDueAt(tx.now)],
  );
}

/** The end of the last of the days that the organisation has to open it. */
const callDueAt = (now: Date): Date => kyivInstant(addDays(kyivDay(now), UNREAD_DAYS + 1));
