import { Lifecycle } from '#libs/platform/lifecycle';

export const ANSWER_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
export type AnswerAction = 'submit' | 'accept' | 'return';

/** What a body says about a quarter. `clerk`: whoever holds the link, without an account. */
export const answerLifecycle = new Lifecycle<AnswerState, AnswerAction, { reason?: string | null }>(
  'plan',
  ANSWER_STATES,
  [
    { action: 'submit', from: ['draft', 'returned', 'submitted'], to: 'submitted', who: ['clerk', 'officer'] },
    { action: 'accept', from: ['submitted'], to: 'accepted', who: ['officer'] },
    {
      action: 'return',
      from: ['submitted', 'accepted'],
      to: 'returned',
      who: ['officer'],
      guards: [({ reason }) => (reason ? null : 'plan.reason-needed')],
    },
  ],
);
