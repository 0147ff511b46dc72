import { Lifecycle } from '#libs/platform/lifecycle';
import { INQUIRY_STATES, type InquiryState } from './inquiry.js';

export type InquiryAction = 'answer' | 'refuse';

/** What was answered or refused stays so; a slip in an answer is mended by a numbered correction. */
export const inquiryLifecycle = new Lifecycle<InquiryState, InquiryAction, void>('announcements', INQUIRY_STATES, [
  { action: 'answer', from: ['asked'], to: 'answered', who: ['officer'] },
  { action: 'refuse', from: ['asked'], to: 'refused', who: ['officer'] },
]);
