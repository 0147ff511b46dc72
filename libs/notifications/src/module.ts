import { Global, Module } from '@nestjs/common';
import { Attachments } from './jobs/attachments.js';
import { ComposeLetter } from './jobs/compose-letter.js';
import { SendMail } from './jobs/send-mail.job.js';
import { SmtpTransport } from './jobs/smtp-transport.js';
import { ReleaseMail } from './use-cases/hold-mail.js';
import { Notices } from './use-cases/queue-notice.js';

@Global()
@Module({
  providers: [Notices, ReleaseMail, SendMail, Attachments, ComposeLetter, SmtpTransport],
  exports: [Notices, ReleaseMail],
})
export class NotificationsModule {}
