import { Injectable } from '@nestjs/common';
import { competitionByCode, competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { drawRounds, listHash, ranksIn, type DrawRound } from './draw-rounds.js';

export interface ShownRound extends Omit<DrawRound, 'codes' | 'listSalt'> {
  /** How many proposals it is about, and what stands for their list. */
  count: number;
  list: string;
  /** Opens `list`; null before the decision. */
  salt: string | null;
  /** In the order of the draw once it is held; null while they are not to be seen. */
  order: { code: string; rank: string | null }[] | null;
}

export interface DrawView {
  competition: CompetitionRow;
  rounds: ShownRound[];
  /** The round under way; null when there is none. */
  open: ShownRound | null;
  /** What this person may do in it. */
  canCommit: boolean;
  canOpen: boolean;
  canAsk: boolean;
  canRenew: boolean;
}

/** The draw of lots with each of its steps: for those who take part, and for everybody. */
@Injectable()
export class DrawForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<DrawView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'draw', ctx.actor, competition);
    const rounds = (await drawRounds(this.db, competitionId)).map((round) =>
      shown(round, { mayName: true, isDecided: competition.state === 'decided' }),
    );
    const open = rounds.find(({ state }) => state === 'commitments' || state === 'secrets') ?? null;
    const leads = evaluationPolicy.distribute.allows(ctx.actor, competition);
    return { ...{ competition, rounds, open }, ...(open ? mayDo(ctx, open, leads) : NOTHING) };
  }

  /** Which proposals are equal is not said before the decision: until then their list is only a hash. */
  async public(code: string): Promise<{ competition: CompetitionRow; rounds: ShownRound[] }> {
    const competition = await competitionByCode(this.db, code);
    const isDecided = competition.state === 'decided';
    const rounds = (await drawRounds(this.db, competition.id)).map((round) =>
      shown(round, { mayName: isDecided, isDecided }),
    );
    if (rounds.length === 0) throw new NotFound();
    return { competition, rounds };
  }
}

const NOTHING = { canCommit: false, canOpen: false, canAsk: false, canRenew: false };

function mayDo({ actor, now }: Context, { state, parties, secretsUntil }: ShownRound, leads: boolean) {
  const own = parties.find(({ personId }) => personId === actor.personId);
  const isOpening = state === 'secrets';
  return {
    canCommit: !isOpening && !own,
    canOpen: isOpening && own?.secret === null,
    canAsk: leads && !isOpening,
    canRenew: leads && isOpening && now > secretsUntil!,
  };
}

function shown({ codes, listSalt, ...round }: DrawRound, open: { mayName: boolean; isDecided: boolean }): ShownRound {
  const ranks = ranksIn({ codes, listSalt, ...round });
  const order = codes.map((code) => ({ code, rank: ranks?.get(code) ?? null }));
  order.sort((a, b) => ((a.rank ?? a.code) < (b.rank ?? b.code) ? -1 : 1));
  const list = listHash({ codes, listSalt });
  const salt = open.isDecided ? listSalt : null;
  return { ...round, count: codes.length, list, salt, order: open.mayName ? order : null };
}
