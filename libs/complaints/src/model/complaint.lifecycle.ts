import { Lifecycle } from '#libs/platform/lifecycle';

export const COMPLAINT_STATES = ['open', 'proposed', 'answered', 'withdrawn'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];
export type ComplaintAction = 'assign' | 'extend' | 'propose' | 'return' | 'sign' | 'withdraw';

interface Subject {
  hasReviewer?: boolean;
  isExtended?: boolean;
  /** The term that stands has run out. */
  isOver?: boolean;
}

/** rule 57: registered, looked at by somebody who had no part in the decision, answered by the director. */
export const complaintLifecycle = new Lifecycle<ComplaintState, ComplaintAction, Subject>(
  'complaints',
  COMPLAINT_STATES,
  [
    { action: 'assign', from: ['open'], to: 'open', who: ['officer', 'director'] },
    {
      action: 'extend',
      from: ['open'],
      to: 'open',
      who: ['officer'],
      guards: [
        ({ isExtended }) => (isExtended ? 'complaints.extended-already' : null),
        ({ isOver }) => (isOver ? 'complaints.term-over' : null),
      ],
    },
    {
      action: 'propose',
      from: ['open'],
      to: 'proposed',
      who: ['reviewer'],
      guards: [({ hasReviewer }) => (hasReviewer ? null : 'complaints.no-reviewer')],
    },
    { action: 'return', from: ['proposed'], to: 'open', who: ['director'] },
    { action: 'sign', from: ['proposed'], to: 'answered', who: ['director'] },
    { action: 'withdraw', from: ['open', 'proposed'], to: 'withdrawn', who: ['applicant'] },
  ],
);
