import { Global, Module } from '@nestjs/common';
import { Attachments } from './jobs/attachments.js';
import { SendMail } from './jobs/send-mail.job.js';
import { SmtpTransport } from './jobs/smtp-transport.js';
import { Notices } from './use-cases/queue-notice.js';

@Global()
@Module({ providers: [Notices, SendMail, Attachments, SmtpTransport], exports: [Notices] })
export class NotificationsModule {}
