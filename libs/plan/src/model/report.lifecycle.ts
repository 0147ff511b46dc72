import { Lifecycle } from '#libs/platform/lifecycle';

export const REPORT_STATES = ['draft', 'for-check', 'checked', 'signed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportAction = 'hand-over' | 'check' | 'give-back' | 'sign';

/** A report of a quarter: signed, it is public and never changes; mistakes are mended by numbered corrections. */
export const reportLifecycle = new Lifecycle<ReportState, ReportAction, { isOwn?: boolean; note?: string | null }>(
  'plan',
  REPORT_STATES,
  [
    { action: 'hand-over', from: ['draft'], to: 'for-check', who: ['officer'] },
    {
      action: 'check',
      from: ['for-check'],
      to: 'checked',
      who: ['officer', 'director'],
      // The second person is another one.
      guards: [({ isOwn }) => (isOwn ? 'plan.check-own' : null)],
    },
    {
      action: 'give-back',
      from: ['for-check', 'checked'],
      to: 'draft',
      who: ['officer', 'director'],
      guards: [({ note }) => (note ? null : 'plan.reason-needed')],
    },
    { action: 'sign', from: ['checked'], to: 'signed', who: ['director'] },
  ],
);

export const REPORT_TONES = { draft: 'draft', 'for-check': 'progress', checked: 'info', signed: 'success' } as const;
