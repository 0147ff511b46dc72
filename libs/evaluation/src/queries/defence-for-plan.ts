import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { hasTime, HOLDING_STATES, PLANNING_STATES, type DefenceDay, type DefenceRow } from '../model/defence.js';
import { fitSlots, inDefenceOrder, roomIn, type FittedSlot } from '../model/fit-slots.js';
import { sha256Hex } from '../model/lot.js';
import {
  defenceDays,
  defenceOf,
  defenceSlots,
  hasUndecided,
  proposalsToDefend,
  type ProposalToDefend,
} from './read-defence.js';

export interface DefencePlan {
  competition: CompetitionRow;
  /** Null where nobody has begun. */
  defence: (Omit<DefenceRow, 'seed'> & { seedSha256: string | null }) | null;
  /** What forms send along. */
  version: number;
  days: (DefenceDay & { count: number })[];
  /** In the order in which they will come, with the time where it can be told. */
  proposals: (ProposalToDefend & Partial<FittedSlot>)[];
  /** For so many there is no room yet. */
  missing: number;
  /** Why the agenda cannot be published now, as codes. */
  obstacles: string[];
  isOpen: boolean;
}

const ROOM_MAX = 10_000;

/** The plan of the defence for those who lead it. What a lot will give is not told beforehand. */
@Injectable()
export class DefenceForPlan {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<DefencePlan> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'lead-defence', ctx.actor, competition);
    const stored = await defenceOf(this.db, competitionId);
    const days = await defenceDays(this.db, competitionId);
    const proposals = await this.proposals(competitionId, stored, days);
    const missing = Math.max(0, proposals.length - roomIn(days, ROOM_MAX));
    return {
      ...{ competition, defence: stored ? withoutSeed(stored) : null, version: stored?.version ?? 0 },
      days: days.map((day) => ({ ...day, count: proposals.filter(({ dayId }) => dayId === day.id).length })),
      ...{ proposals, missing },
      obstacles: await this.obstacles(competition, { days, proposals, missing }),
      isOpen: PLANNING_STATES.includes(competition.state) && stored?.state !== 'cancelled',
    };
  }

  private async proposals(
    competitionId: string,
    stored: DefenceRow | undefined,
    days: readonly DefenceDay[],
  ): Promise<DefencePlan['proposals']> {
    const proposals = await proposalsToDefend(this.db, competitionId);
    if (stored && stored.state !== 'draft') {
      const slots = new Map((await defenceSlots(this.db, competitionId)).map((slot) => [slot.applicationId, slot]));
      return inDefenceOrder(proposals, { orderBy: 'hand', seed: null }).map((one) => {
        const slot = slots.get(one.applicationId);
        return {
          ...one,
          ...(slot && hasTime(slot) && { dayId: slot.dayId, startsAt: slot.startsAt, endsAt: slot.endsAt }),
        };
      });
    }
    const orderBy = stored?.orderBy ?? 'register';
    if (orderBy === 'lot') return proposals;
    const fitted = fitSlots(days, proposals.length);
    return inDefenceOrder(proposals, { orderBy, seed: null }).map((one, index) => ({ ...one, ...fitted[index] }));
  }

  private async obstacles(
    competition: CompetitionRow,
    { days, proposals, missing }: { days: readonly unknown[]; proposals: readonly unknown[]; missing: number },
  ): Promise<string[]> {
    if (!HOLDING_STATES.includes(competition.state)) return ['evaluation.defence-not-yet-open'];
    return [
      ...(days.length === 0 ? ['evaluation.defence-no-days'] : []),
      ...((await hasUndecided(this.db, competition.id)) ? ['evaluation.defence-undecided'] : []),
      ...(proposals.length === 0 ? ['evaluation.defence-nobody'] : []),
      ...(days.length > 0 && missing > 0 ? ['evaluation.defence-too-short'] : []),
    ];
  }
}

const withoutSeed = ({ seed, ...defence }: DefenceRow) => ({ ...defence, seedSha256: seed && sha256Hex(seed) });
