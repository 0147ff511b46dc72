import { Lifecycle } from '#libs/platform/lifecycle';

export const FINDING_STATES = ['warned', 'answered', 'closed', 'unresolved'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export type FindingAction = 'answer' | 'close' | 'ask-again' | 'leave';

interface Subject {
  /** The term to fix is over. */
  isOver?: boolean;
}

/** rule 65: a warning with a term to fix, a proof, an end. */
export const findingLifecycle = new Lifecycle<FindingState, FindingAction, Subject>('monitoring', FINDING_STATES, [
  { action: 'answer', from: ['warned'], to: 'answered', who: ['applicant'] },
  { action: 'close', from: ['answered'], to: 'closed', who: ['officer', 'monitor'] },
  { action: 'ask-again', from: ['answered'], to: 'warned', who: ['officer', 'monitor'] },
  {
    action: 'leave',
    from: ['warned', 'answered'],
    to: 'unresolved',
    who: ['officer', 'monitor'],
    guards: [({ isOver }) => (isOver ? null : 'monitoring.term-runs')],
  },
]);
