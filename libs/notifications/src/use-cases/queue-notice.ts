import { Inject, Injectable } from '@nestjs/common';
import type { Lang } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { newId, type Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';

export interface Recipient {
  /** Null for an address without an account. */
  personId: string | null;
  email: string;
  language: Lang;
}

export interface Notice {
  to: Recipient;
  /** `<lib>.<name>`: the words are `<lib>:mail.<name>.subject` and `.body` (plain text, `{{link}}` for the address). */
  template: string;
  data?: Record<string, unknown>;
  /** Page the letter leads to, without the language prefix; becomes `{{link}}`. */
  path?: string;
  /** Documents to attach. */
  documentIds?: string[];
  /** The body holds a token: it is erased once the letter is delivered. */
  holdsSecret?: boolean;
  /** A second notice with the same key is not queued. */
  onceKey?: string;
}

/** Queues letters in the transaction of their cause: no commit, no letter; commit, a letter that will be sent. */
@Injectable()
export class Notices {
  constructor(@Inject(Config) private readonly config: Config) {}

  async queue(tx: Tx, notice: Notice): Promise<void> {
    const id = newId();
    const { subject, body } = this.words(notice);
    const queued = await tx.change(
      `insert into notifications.message
         (id, to_person_id, to_address, language, template, subject, body, document_ids, holds_secret, once_key, message_id, state, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'queued', $12)
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
        tx.now,
      ],
    );
    if (queued === 1) tx.deliver('notifications.send-mail', id);
  }

  private words(notice: Notice): { subject: string; body: string } {
    const [lib, name] = notice.template.split('.', 2);
    const { language } = notice.to;
    const prefix = language === 'en' ? '/en' : '';
    const link = notice.path === undefined ? '' : `${this.config.publicUrl}${prefix}${notice.path}`;
    const data = { ...notice.data, link };
    const subject = phrase(language, `${lib}:mail.${name}.subject`, data).replace(/\s+/g, ' ');
    const body = phrase(language, `${lib}:mail.${name}.body`, data);
    return { subject, body: `${body}\n\n${phrase(language, 'notifications:signature', data)}` };
  }
}
