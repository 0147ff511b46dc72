import { isInTime } from '#libs/platform/clock';
import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
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
}

type CompetitionGuard = Guard<CompetitionSubject>;

const nothingMissing: CompetitionGuard = ({ missingCount }) =>
  missingCount > 0 ? 'competitions.settings-missing' : null;
/** Proposals stay sealed until the door has closed (rule 16). */
const doorClosed: CompetitionGuard = ({ now, closesAt }) =>
  closesAt === null || isInTime(now, closesAt) ? 'competitions.reception-open' : null;
const noObstacles: CompetitionGuard = ({ obstacles }) => obstacles[0] ?? null;

export const competitionLifecycle = new Lifecycle<CompetitionState, CompetitionAction, CompetitionSubject>(
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
  ],
);
