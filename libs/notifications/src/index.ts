export { NOTICE_KINDS } from './model/notice-kinds.js';
export type { NoticeKind } from './model/notice-kinds.js';
export { Notices } from './use-cases/queue-notice.js';
export { holdMail, ReleaseMail } from './use-cases/hold-mail.js';
export { failingLetters, letterCounts } from './queries/letter-state.js';
export type { FailingLetter } from './queries/letter-state.js';
export type { Notice, Recipient } from './model/notice.js';
