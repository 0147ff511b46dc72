import { Inject, Injectable } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import type { Lang } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { letterHtml } from '../model/letter-html.js';
import { letterText } from '../model/letter.js';
import { DIGEST, isObligatory, SUBSCRIPTION } from '../model/notice-kinds.js';
import { unsubscribeToken } from '../model/unsubscribe-token.js';
import { noticePaths } from '../paths.js';
import { Attachments } from './attachments.js';

export interface Message {
  id: string;
  hasAccount: boolean;
  toAddress: string;
  kind: string;
  subject: string;
  body: string;
  language: Lang;
  messageId: string;
  documentIds: string[];
  holdsSecret: boolean;
}

/** A message as a letter. One that its addressee may do without says how to end such letters (RFC 8058). */
@Injectable()
export class ComposeLetter {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly attachments: Attachments,
  ) {}

  async of(message: Message): Promise<SendMailOptions> {
    const unsubscribe = this.unsubscribe(message);
    const text = letterText(message.body, message.language, { cabinet: this.cabinet(message), unsubscribe });
    return {
      to: message.toAddress,
      subject: message.subject,
      text,
      html: letterHtml(text, message.language),
      messageId: message.messageId,
      attachments: await this.attachments.of(message.documentIds),
      ...(unsubscribe && {
        headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      }),
    };
  }

  private cabinet({ id, hasAccount, kind, holdsSecret, language }: Message): string | null {
    if (!hasAccount || holdsSecret) return null;
    return this.address(kind === DIGEST ? noticePaths.mine : noticePaths.notice(id), language);
  }

  private unsubscribe({ id, hasAccount, kind, holdsSecret, language }: Message): string | null {
    if (!hasAccount && kind !== SUBSCRIPTION) return null;
    if (holdsSecret || isObligatory(kind)) return null;
    return this.address(noticePaths.unsubscribe(unsubscribeToken(id, this.config.sessionSecret)), language);
  }

  private address(path: string, language: Lang): string {
    return `${this.config.publicUrl}${language === 'en' ? '/en' : ''}${path}`;
  }
}
