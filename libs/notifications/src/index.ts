export { Notices } from './use-cases/queue-notice.js';
export type { Notice, Recipient } from './use-cases/queue-notice.js';
