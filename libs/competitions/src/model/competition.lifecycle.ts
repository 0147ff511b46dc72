import { isInTime } from '#libs/platform/clock';
import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { ACT_KINDS, type ActKind } from './act.js';
import { COMPETITION_STATES, type CompetitionState } from './competition.js';

export const COMPETITION_ACTIONS = ['publish', 'open-proposals', 'start-scoring', 'rate', 'decide'] as const;
export type CompetitionAction = (typeof COMPETITION_ACTIONS)[number];

/** What the guards look at. */
export interface CompetitionSubject {
  now: Date;
  closesAt: Date | null;
  /** How many settings stand in the way of the announcement (rule 18). */
  missingCount: number;
  /** Reason codes of upper libs for the action in question. */
  obstacles: readonly string[];
  /** Where an act stopped it. */
  stoppedFrom: CompetitionState | null;
}

/** From the announcement to the order: here an act may stop or change a competition. */
const MOVING = ['announced', 'admission', 'scoring', 'rated'] as const satisfies readonly CompetitionState[];

type CompetitionGuard = Guard<CompetitionSubject>;

const nothingMissing: CompetitionGuard = ({ missingCount }) =>
  missingCount > 0 ? 'competitions.settings-missing' : null;
/** Proposals stay sealed until the door has closed (rule 16). */
const doorClosed: CompetitionGuard = ({ now, closesAt }) =>
  closesAt === null || isInTime(now, closesAt) ? 'competitions.reception-open' : null;
const noObstacles: CompetitionGuard = ({ obstacles }) => obstacles[0] ?? null;

export const competitionLifecycle = new Lifecycle<CompetitionState, CompetitionAction | ActKind, CompetitionSubject>(
  'competitions',
  COMPETITION_STATES,
  [
    {
      action: 'publish',
      from: ['draft'],
      to: 'announced',
      who: ['officer'],
      guards: [nothingMissing, noObstacles],
    },
    {
      action: 'open-proposals',
      from: ['announced'],
      to: 'admission',
      who: ['officer'],
      guards: [doorClosed, noObstacles],
    },
    { action: 'start-scoring', from: ['admission'], to: 'scoring', who: ['officer'], guards: [noObstacles] },
    { action: 'rate', from: ['scoring'], to: 'rated', who: ['system'], guards: [noObstacles] },
    { action: 'decide', from: ['rated'], to: 'decided', who: ['director'], guards: [noObstacles] },
    { action: 'suspend', from: MOVING, to: 'suspended', who: ['director'], guards: [noObstacles] },
    {
      action: 'resume',
      from: ['suspended'],
      to: { oneOf: MOVING, chosen: ({ stoppedFrom }) => stoppedFrom! },
      who: ['director'],
      guards: [noObstacles],
    },
    { action: 'cancel', from: [...MOVING, 'suspended'], to: 'cancelled', who: ['director'], guards: [noObstacles] },
    { action: 'not-held', from: ['announced'], to: 'not-held', who: ['director'], guards: [doorClosed, noObstacles] },
    {
      action: 'not-held',
      from: ['admission', 'scoring', 'rated', 'suspended'],
      to: 'not-held',
      who: ['director'],
      guards: [noObstacles],
    },
    // rule 17: proposals that are open to read can no longer be added to.
    { action: 'extend', from: ['announced'], to: 'announced', who: ['director'], guards: [noObstacles] },
    ...MOVING.map((state) => ({
      action: 'change-pot' as const,
      from: [state],
      to: state,
      who: ['director'],
      guards: [noObstacles],
    })),
  ],
);

/** The acts that the table knows in this state, guards aside. */
export const actsIn = (state: CompetitionState): ActKind[] =>
  ACT_KINDS.filter((kind) =>
    competitionLifecycle.transitions.some(({ action, from }) => action === kind && from.includes(state)),
  );
