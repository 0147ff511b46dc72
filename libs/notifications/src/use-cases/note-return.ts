import { Injectable } from '@nestjs/common';
import { demand, holds, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import { servedNoticePolicy } from '../access/served-notice.policy.js';
import { letterReturned } from '../model/notifications.facts.js';

export interface ReturnedLetter {
  /** Kyiv day on which it came back. */
  returnedOn: string;
  /** What the bounce said. */
  said: string;
}

interface Sent {
  id: string;
  state: string;
  sentAt: Date | null;
  organiserId: string | null;
  clockId: string | null;
}

export const RETURN_SAID_MAX = 1_000;

/** A letter that had been sent came back. Noted once: the first note stays. */
@Injectable()
export class NoteReturn {
  constructor(private readonly uow: UnitOfWork) {}

  /** The officer, about a letter of the own authority. */
  byOfficer(ctx: Context, id: string, returned: ReturnedLetter): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const letter = await lockLetter(tx, 'id', id);
      demand(servedNoticePolicy, 'record', tx.actor, letter);
      await note(tx, letter, returned);
    });
  }

  /**
   * An administrator, or the mail server itself through the cli, by the Message-ID that every bounce quotes.
   * @throws NotFound when no letter of ours has it
   */
  byMessageId(ctx: Context, messageId: string, returned: ReturnedLetter): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      if (tx.actor.kind !== 'system' && !holds(tx.actor, ['administrator'])) throw new NotFound();
      await note(tx, await lockLetter(tx, 'message_id', messageId), returned);
    });
  }
}

async function lockLetter(tx: Tx, by: 'id' | 'message_id', value: string): Promise<Sent> {
  const letter = await tx.one<Sent>(
    `select id, state, sent_at as "sentAt", organiser_id as "organiserId", clock_id as "clockId"
       from notifications.message where ${by} = $1 for update`,
    [value],
  );
  if (!letter) throw new NotFound('notifications.no-such-letter');
  return letter;
}

async function note(tx: Tx, letter: Sent, { returnedOn, said }: ReturnedLetter): Promise<void> {
  if (letter.state !== 'sent') throw invalidField('said', 'notifications.not-sent');
  if (returnedOn > kyivDay(tx.now)) throw invalidField('returnedOn', 'notifications.return-in-future');
  if (returnedOn < kyivDay(letter.sentAt!)) throw invalidField('returnedOn', 'notifications.return-before-sending');
  const noted = await tx.change(
    `update notifications.message set returned_on = $2, return_said = $3, return_noted_at = $4
      where id = $1 and return_noted_at is null`,
    [letter.id, returnedOn, said.slice(0, RETURN_SAID_MAX), tx.now],
  );
  if (noted === 1 && letter.clockId)
    tx.record(letterReturned, {
      subjectId: letter.id,
      scopeId: letter.organiserId!,
      particulars: { clockId: letter.clockId, returnedOn },
      personal: { said },
    });
}
