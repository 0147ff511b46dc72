import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { DELIVERY_TRIES_MAX, Task, type Delivery } from '#libs/platform/facts';
import type { PerformsOutside } from '#libs/platform/jobs';
import { isRefusedForGood } from '../model/refusal.js';
import { noteFailedTry, noteRefusal } from '../use-cases/note-refusal.js';
import { ComposeLetter, type Message } from './compose-letter.js';
import { SmtpTransport } from './smtp-transport.js';

/** Longer than every SMTP time-out together: after it, whoever was sending is surely gone. */
const LEASE_MS = 20_000;
/** The letter has gone, or never will. */
const OVER = ['sent', 'refused'];

type Stored = Message & { state: string; isLeased: boolean };

/**
 * Sends one letter. `sending` is committed before SMTP, so the outcome of a killed worker is known to be unknown:
 * such a letter goes again with the same Message-ID. None is lost, at most one is repeated per killed worker.
 * A letter that the addressee's server refuses for good is not tried again.
 */
@Task({ name: 'notifications.send-mail', queue: 'mail' })
@Injectable()
export class SendMail implements PerformsOutside {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly smtp: SmtpTransport,
    private readonly compose: ComposeLetter,
  ) {}

  async perform(ctx: Context, delivery: Delivery, done: (tx: Tx) => Promise<void>): Promise<void> {
    const message = await this.uow.run(ctx, (tx) => startSending(tx, delivery.subjectId, done));
    if (!message) return;
    try {
      await this.smtp.send(await this.compose.of(message));
    } catch (error) {
      return this.fail(ctx, delivery, message.id, error, done);
    }
    await this.uow.run(ctx, async (tx) => {
      await noteSent(tx, message.id);
      await done(tx);
    });
  }

  private async fail(ctx: Context, delivery: Delivery, id: string, error: unknown, done: (tx: Tx) => Promise<void>) {
    if (isRefusedForGood(error))
      return this.uow.run(ctx, async (tx) => {
        await noteRefusal(tx, id, error);
        await done(tx);
      });
    const isLast = delivery.attempts + 1 >= DELIVERY_TRIES_MAX;
    await this.uow.run(ctx, (tx) => noteFailedTry(tx, id, error, isLast));
    throw error;
  }
}

async function startSending(tx: Tx, id: string, done: (tx: Tx) => Promise<void>): Promise<Message | null> {
  const message = await tx.one<Stored>(
    `select id, state, coalesce(sending_until > clock_timestamp(), false) as "isLeased", to_address as "toAddress", kind,
            to_person_id is not null as "hasAccount", holds_secret as "holdsSecret",
            subject, body, language, message_id as "messageId", document_ids as "documentIds"
       from notifications.message where id = $1 for update`,
    [id],
  );
  if (!message || OVER.includes(message.state)) {
    await done(tx);
    return null;
  }
  if (message.state === 'sending' && message.isLeased) throw new Error('another worker is sending this letter');
  await tx.change(
    `update notifications.message
        set state = 'sending', attempts = attempts + 1, sending_until = clock_timestamp() + $2 * interval '1 millisecond'
      where id = $1`,
    [id, LEASE_MS],
  );
  return message;
}

async function noteSent(tx: Tx, id: string): Promise<void> {
  await tx.change(
    `update notifications.message
        set state = 'sent', sent_at = platform.domain_now(), sending_until = null, error = null, refused_at = null,
            body = case when holds_secret then null else body end
      where id = $1`,
    [id],
  );
}
