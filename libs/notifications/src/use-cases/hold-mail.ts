import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { factKind } from '#libs/platform/facts';
import { dropHeld, holdBack, letGo } from '#libs/platform/jobs';

const SEND_MAIL = 'notifications.send-mail';
const DROPPED = 'not sent: dropped by a person';

export const mailReleased = factKind('notifications.mail-released', { chained: false });
export const mailDropped = factKind('notifications.mail-dropped', { chained: false });

/** After a restore: letters that the backup knows as unsent may have been sent since. Returns how many are held. */
export function holdMail(reader: Reader): Promise<number> {
  return holdBack(reader, SEND_MAIL);
}

/** A person decides about held letters: they go, or they are dropped for good. */
@Injectable()
export class ReleaseMail {
  constructor(private readonly uow: UnitOfWork) {}

  /** Lets the held letters go; returns how many. */
  send(ctx: Context): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const count = await letGo(tx, SEND_MAIL);
      // The subject is the act itself.
      tx.record(mailReleased, { subjectId: newId(), particulars: { count } });
      return count;
    });
  }

  /** Drops the held letters: they stay in the log as failed, secrets in them are erased. Returns how many. */
  drop(ctx: Context): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const ids = await dropHeld(tx, SEND_MAIL);
      await noteDropped(tx, ids);
      tx.record(mailDropped, { subjectId: newId(), particulars: { count: ids.length } });
      return ids.length;
    });
  }
}

async function noteDropped(tx: Tx, ids: string[]): Promise<void> {
  await tx.change(
    `update notifications.message
        set state = 'failed', refused_at = $3, sending_until = null, error = $2, body = case when holds_secret then null else body end
      where id = any($1) and state <> 'sent'`,
    [ids, DROPPED, tx.now],
  );
}
