import { Lifecycle, type Guard } from '#libs/platform/lifecycle';

export const CONCLUSION_STATES = ['draft', 'shown', 'objected', 'approved'] as const;
export type ConclusionState = (typeof CONCLUSION_STATES)[number];
export type ConclusionAction = 'edit' | 'rewrite' | 'show' | 'agree' | 'object' | 'answer' | 'approve';

export const RESULTS = ['done', 'partly', 'not-done'] as const;
export type ProjectResult = (typeof RESULTS)[number];
export const MONEY_USES = ['targeted', 'untargeted'] as const;
export type MoneyUse = (typeof MONEY_USES)[number];

/** What the guards look at; an action gives what its guards need. */
export interface ConclusionSubject {
  openFindings?: number;
  /** The term of objections is over, or the recipient has said that there are none. */
  isHeard?: boolean;
  isTermOver?: boolean;
  isAuthor?: boolean;
  /** The money is not what the conclusion says any more. */
  isStale?: boolean;
}

const noFindings: Guard<ConclusionSubject> = ({ openFindings = 0 }) =>
  openFindings === 0 ? null : 'monitoring.finding-open';

const asSaved: Guard<ConclusionSubject> = ({ isStale }) => (isStale ? 'monitoring.settlement-changed' : null);

/** rule 64: the checker drafts, the recipient is heard and answered, a second person approves. */
export const conclusionLifecycle = new Lifecycle<ConclusionState, ConclusionAction, ConclusionSubject>(
  'monitoring',
  CONCLUSION_STATES,
  [
    { action: 'edit', from: ['draft'], to: 'draft', who: ['officer', 'monitor'] },
    {
      action: 'rewrite',
      from: ['shown'],
      to: 'draft',
      who: ['officer', 'monitor'],
      guards: [({ isStale }) => (isStale ? null : 'monitoring.already-shown')],
    },
    { action: 'show', from: ['draft'], to: 'shown', who: ['officer', 'monitor'], guards: [noFindings, asSaved] },
    { action: 'agree', from: ['shown'], to: 'shown', who: ['applicant'] },
    {
      action: 'object',
      from: ['shown'],
      to: 'objected',
      who: ['applicant'],
      guards: [({ isTermOver }) => (isTermOver ? 'monitoring.objections-over' : null)],
    },
    { action: 'answer', from: ['objected'], to: 'shown', who: ['officer', 'monitor'] },
    {
      action: 'approve',
      from: ['shown'],
      to: 'approved',
      who: ['director'],
      guards: [
        noFindings,
        asSaved,
        ({ isAuthor }) => (isAuthor ? 'monitoring.second-person' : null),
        ({ isHeard }) => (isHeard ? null : 'monitoring.recipient-not-heard'),
      ],
    },
  ],
);
