import { Lifecycle, type Guard } from '#libs/platform/lifecycle';

export const INSTANCE_STATES = [
  'planned',
  'open',
  'in-progress',
  'done',
  'done-partly',
  'not-done',
  'moved',
  'cancelled',
] as const;
export type InstanceState = (typeof INSTANCE_STATES)[number];
export const CLOSING_ACTIONS = ['complete', 'complete-partly', 'fail', 'move', 'cancel'] as const;
export type ClosingAction = (typeof CLOSING_ACTIONS)[number];
export type InstanceAction = 'open' | 'begin' | 'reopen' | ClosingAction;

/** What the guards look at; an action gives what its guards need. */
export interface InstanceSubject {
  confirmedEvidence?: number;
  /** Answers that bound bodies, which are able to, still owe. */
  missingAnswers?: number;
  /** In writing: the answers that are not waited for, and why. */
  waiver?: string | null;
  reason?: string | null;
  act?: { number: string; on: string } | null;
}

const ACTIVE = ['planned', 'open', 'in-progress'] as const;

const evidenceIsThere: Guard<InstanceSubject> = ({ confirmedEvidence = 0 }) =>
  confirmedEvidence === 0 ? 'plan.no-evidence' : null;
/** Who declined or kept silent is not among them: refusal is no failure. */
const answersAreThere: Guard<InstanceSubject> = ({ missingAnswers = 0, waiver }) =>
  missingAnswers > 0 && !waiver ? 'plan.answers-missing' : null;
const hasReason: Guard<InstanceSubject> = ({ reason }) => (reason ? null : 'plan.reason-needed');
const hasAct: Guard<InstanceSubject> = ({ act }) => (act ? null : 'plan.act-needed');

/** A due time of a measure. That it is overdue follows from the calendar and is no state (rule 70). */
export const instanceLifecycle = new Lifecycle<InstanceState, InstanceAction, InstanceSubject>(
  'plan',
  INSTANCE_STATES,
  [
    { action: 'open', from: ['planned'], to: 'open', who: ['system'] },
    { action: 'begin', from: ['planned', 'open'], to: 'in-progress', who: ['officer', 'system'] },
    { action: 'complete', from: ACTIVE, to: 'done', who: ['officer'], guards: [evidenceIsThere, answersAreThere] },
    {
      action: 'complete-partly',
      from: ACTIVE,
      to: 'done-partly',
      who: ['officer'],
      guards: [evidenceIsThere, hasReason],
    },
    { action: 'fail', from: ACTIVE, to: 'not-done', who: ['officer'], guards: [hasReason] },
    { action: 'move', from: ACTIVE, to: 'moved', who: ['officer'], guards: [hasReason, hasAct] },
    { action: 'cancel', from: ACTIVE, to: 'cancelled', who: ['officer'], guards: [hasReason, hasAct] },
    {
      action: 'reopen',
      from: ['done', 'done-partly', 'not-done'],
      to: 'in-progress',
      who: ['officer'],
      guards: [hasReason],
    },
  ],
);

export const isActive = (state: InstanceState): boolean => (ACTIVE as readonly InstanceState[]).includes(state);

/** As a person sees it: a time that has begun is open, whether or not a sweep has been by. */
export function shownState({ state, from }: { state: InstanceState; from: string }, today: string): InstanceState {
  return state === 'planned' && from <= today ? 'open' : state;
}

/** Rule 70: what is not ended by the last day of its quarter is overdue. */
export const isOverdue = ({ state, dueOn }: { state: InstanceState; dueOn: string }, today: string): boolean =>
  isActive(state) && dueOn < today;

export const STATE_TONES = {
  planned: 'neutral',
  open: 'info',
  'in-progress': 'progress',
  done: 'success',
  'done-partly': 'warning',
  'not-done': 'danger',
  moved: 'warning',
  cancelled: 'closed',
} as const;
