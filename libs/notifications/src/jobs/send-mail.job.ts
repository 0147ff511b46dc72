import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { PerformsOutside } from '#libs/platform/jobs';
import { letterHtml } from '../model/letter-html.js';
import { Attachments } from './attachments.js';
import { SmtpTransport } from './smtp-transport.js';

/** Longer than every SMTP time-out together: after it, whoever was sending is surely gone. */
const LEASE_MS = 20_000;

interface Message {
  id: string;
  state: string;
  isLeased: boolean;
  toAddress: string;
  subject: string;
  body: string;
  language: string;
  messageId: string;
  documentIds: string[];
}

/**
 * Sends one letter. `sending` is committed before SMTP, so the outcome of a killed worker is known to be unknown:
 * such a letter goes again with the same Message-ID. None is lost, at most one is repeated per killed worker.
 */
@Task({ name: 'notifications.send-mail', queue: 'mail' })
@Injectable()
export class SendMail implements PerformsOutside {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly smtp: SmtpTransport,
    private readonly attachments: Attachments,
  ) {}

  async perform(ctx: Context, delivery: Delivery, done: (tx: Tx) => Promise<void>): Promise<void> {
    const message = await this.uow.run(ctx, (tx) => startSending(tx, delivery.subjectId, done));
    if (!message) return;
    try {
      await this.smtp.send({
        to: message.toAddress,
        subject: message.subject,
        text: message.body,
        html: letterHtml(message.body, message.language),
        messageId: message.messageId,
        attachments: await this.attachments.of(message.documentIds),
      });
    } catch (error) {
      await this.uow.run(ctx, (tx) => noteRefusal(tx, message.id, error));
      throw error;
    }
    await this.uow.run(ctx, async (tx) => {
      await noteSent(tx, message.id);
      await done(tx);
    });
  }
}

async function startSending(tx: Tx, id: string, done: (tx: Tx) => Promise<void>): Promise<Message | null> {
  const message = await tx.one<Message>(
    `select id, state, coalesce(sending_until > clock_timestamp(), false) as "isLeased", to_address as "toAddress",
            subject, body, language, message_id as "messageId", document_ids as "documentIds"
       from notifications.message where id = $1 for update`,
    [id],
  );
  if (!message || message.state === 'sent') {
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
        set state = 'sent', sent_at = platform.domain_now(), sending_until = null, error = null,
            body = case when holds_secret then null else body end
      where id = $1`,
    [id],
  );
}

async function noteRefusal(tx: Tx, id: string, error: unknown): Promise<void> {
  await tx.change(`update notifications.message set state = 'queued', sending_until = null, error = $2 where id = $1`, [
    id,
    String(error).slice(0, 500),
  ]);
}
