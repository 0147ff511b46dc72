import { Global, Module } from '@nestjs/common';
import { Attachments } from './jobs/attachments.js';
import { ComposeLetter } from './jobs/compose-letter.js';
import { DailyLetter } from './jobs/daily-letter.sweep.js';
import { SendMail } from './jobs/send-mail.job.js';
import { SmtpTransport } from './jobs/smtp-transport.js';
import { CallsPage } from './pages/calls.page.js';
import { LettersPage } from './pages/letters.page.js';
import { NoticeSettingsPage } from './pages/notice-settings.page.js';
import { NoticesPage } from './pages/notices.page.js';
import { ReturnedLetterPage } from './pages/returned-letter.page.js';
import { UnsubscribePage } from './pages/unsubscribe.page.js';
import { Calls } from './queries/calls.js';
import { LettersOfAuthority } from './queries/letters-of-authority.js';
import { MyNotices } from './queries/my-notices.js';
import { ServedNoticeCard } from './queries/served-notice.js';
import { ReleaseMail } from './use-cases/hold-mail.js';
import { NoteReturn } from './use-cases/note-return.js';
import { OpenNotice } from './use-cases/open-notice.js';
import { Notices } from './use-cases/queue-notice.js';
import { RecordCall } from './use-cases/record-call.js';
import { SavePreference } from './use-cases/save-preference.js';

@Global()
@Module({
  controllers: [NoticesPage, NoticeSettingsPage, CallsPage, LettersPage, ReturnedLetterPage, UnsubscribePage],
  providers: [
    ...[Notices, OpenNotice, RecordCall, NoteReturn, SavePreference, ReleaseMail],
    ...[MyNotices, Calls, ServedNoticeCard, LettersOfAuthority],
    ...[SendMail, DailyLetter, ComposeLetter, Attachments, SmtpTransport],
  ],
  exports: [Notices, NoteReturn, OpenNotice, ReleaseMail],
})
export class NotificationsModule {}
