import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#libs/platform/config';
import { newId, type Tx } from '#libs/platform/database';
import { EditedWords, phrase, wordsVersion } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import type { Notice } from '../model/notice.js';
import { isObligatory } from '../model/notice-kinds.js';
import { planDelivery } from './plan-delivery.js';
import { startClock } from './start-clock.js';

/**
 * Queues notices in the transaction of their cause: no commit, no notice; commit, a notice that lies in the cabinet and,
 * unless its addressee does without, a letter that will be sent.
 */
@Injectable()
export class Notices {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly ports: Ports,
  ) {}

  /** Returns the id of the message; null when there was such a notice before. */
  async queue(tx: Tx, notice: Notice): Promise<string | null> {
    if (notice.startsClock && !(notice.organiserId && isObligatory(notice.kind)))
      throw new Error(`${notice.template}: a notice that starts a clock is obligatory and of an authority`);
    const id = newId();
    const { state, gatherUntil } = await planDelivery(tx, notice);
    if (!(await this.insert(tx, id, notice, state, gatherUntil))) return null;
    if (notice.startsClock) await startClock(tx, id, notice);
    if (state === 'queued') tx.deliver('notifications.send-mail', id);
    return id;
  }

  /** False when there was such a notice before. */
  private async insert(tx: Tx, id: string, notice: Notice, state: string, gatherUntil: Date | null): Promise<boolean> {
    await this.ports.one(EditedWords).keepUp(await wordsVersion(tx), tx);
    const { subject, body } = this.words(notice);
    const added = await tx.change(
      `insert into notifications.message
         (id, to_person_id, to_address, language, template, subject, body, document_ids, holds_secret, once_key, message_id,
          state, queued_at, kind, organiser_id, path, gather_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       on conflict (once_key) do nothing`,
      [
        id,
        notice.to.personId,
        notice.to.email,
        notice.to.language,
        notice.template,
        subject,
        body,
        notice.documentIds ?? [],
        notice.holdsSecret ?? false,
        notice.onceKey ?? null,
        `<${id}@${new URL(this.config.publicUrl).hostname}>`,
        state,
        tx.now,
        notice.kind,
        notice.organiserId,
        notice.holdsSecret ? null : (notice.path ?? null),
        gatherUntil,
      ],
    );
    return added === 1;
  }

  private words(notice: Notice): { subject: string; body: string } {
    const [lib, name] = notice.template.split('.', 2);
    const { language } = notice.to;
    const prefix = language === 'en' ? '/en' : '';
    const link = notice.path === undefined ? '' : `${this.config.publicUrl}${prefix}${notice.path}`;
    const data = { ...notice.data, link };
    const subject = phrase(language, `${lib}:mail.${name}.subject`, data, notice.organiserId).replace(/\s+/g, ' ');
    return { subject, body: phrase(language, `${lib}:mail.${name}.body`, data, notice.organiserId) };
  }
}
