export { Notices } from './use-cases/queue-notice.js';
export { holdMail, ReleaseMail } from './use-cases/hold-mail.js';
export { failingLetters, letterCounts } from './queries/letter-state.js';
export type { FailingLetter } from './queries/letter-state.js';
export type { Notice, Recipient } from './use-cases/queue-notice.js';
