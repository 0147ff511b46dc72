import { Injectable } from '@nestjs/common';
import { CompetitionRooms, worksFor, type CompetitionRow, type Room } from '#libs/competitions';
import { COMMISSION_ROLES, peopleWithRole } from '#libs/identity';
import { holds, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { COMMISSION, evaluationPolicy, SCORERS, STAFF } from '../access/evaluation.policy.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { evaluationPaths } from '../paths.js';
import { sheetCounts } from './scoring-progress.js';

type Competition = Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId' | 'scoringMode'>;

/** The links of the evaluation on the page of a competition, for staff and for the commission. */
@Implements(CompetitionRooms)
@Injectable()
export class EvaluationRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(ctx: Context, competition: Competition): Promise<Room[]> {
    const staff = worksFor(ctx.actor, STAFF, competition) ? await this.forStaff(ctx, competition) : [];
    const scorers = holds(ctx.actor, SCORERS, competition.id) ? forScorers(ctx, competition) : [];
    return [
      ...staff,
      ...(await progress(ctx, this.db, competition)),
      ...(await questions(ctx, this.db, competition)),
      ...distribution(ctx, competition),
      ...scorers,
      ...(await draw(ctx, this.db, competition)),
      ...rating(ctx, competition),
    ];
  }

  private async forStaff(ctx: Context, { id }: Competition): Promise<Room[]> {
    const { length: count } = await peopleWithRole(this.db, id, COMMISSION_ROLES);
    const commission = {
      text: phrase(ctx.lang, 'evaluation:commission.title'),
      href: evaluationPaths.commission(id),
      note: phrase(ctx.lang, 'evaluation:rooms.members', { count }),
    };
    return [commission];
  }
}

const WATCHED_STATES: readonly string[] = ['admission', 'scoring', 'rated', 'decided'];

/** How far everybody is: for the staff, and for who leads the work of the commission. */
async function progress(ctx: Context, db: Reader, competition: Competition): Promise<Room[]> {
  const { id, state } = competition;
  if (!WATCHED_STATES.includes(state) || !evaluationPolicy.watch.allows(ctx.actor, competition)) return [];
  const { total, signed: done } = await sheetCounts(db, id);
  const note = total > 0 && { note: phrase(ctx.lang, 'evaluation:rooms.signed', { done, total }) };
  return [{ text: phrase(ctx.lang, 'evaluation:progress.title'), href: evaluationPaths.progress(id), ...note }];
}

function forScorers(ctx: Context, { id, state }: Competition): Room[] {
  if (!DECLARING_STATES.includes(state)) return [];
  const conflicts = { text: phrase(ctx.lang, 'evaluation:conflicts.title'), href: evaluationPaths.conflicts(id) };
  const queue = { text: phrase(ctx.lang, 'evaluation:queue.room'), href: evaluationPaths.queue(id) };
  return state === 'scoring' ? [conflicts, queue] : [conflicts];
}

function distribution(ctx: Context, competition: Competition): Room[] {
  const { id, state, scoringMode } = competition;
  if (scoringMode !== 'k-of-n' || !['admission', 'scoring', 'rated', 'decided'].includes(state)) return [];
  if (!evaluationPolicy.distribute.allows(ctx.actor, competition)) return [];
  return [{ text: phrase(ctx.lang, 'evaluation:distribution.title'), href: evaluationPaths.distribution(id) }];
}

async function questions(ctx: Context, reader: Reader, competition: Competition): Promise<Room[]> {
  const { id, state } = competition;
  if (!['admission', 'scoring', 'rated', 'decided'].includes(state)) return [];
  if (!evaluationPolicy['see-conflicts'].allows(ctx.actor, competition)) return [];
  const open = await openQuestions(reader, id);
  return [
    {
      text: phrase(ctx.lang, 'evaluation:questions.title'),
      href: evaluationPaths.conflictQuestions(id),
      ...(open > 0 && { note: phrase(ctx.lang, 'evaluation:questions.openCount', { count: open }) }),
    },
  ];
}

async function openQuestions(reader: Reader, competitionId: string): Promise<number> {
  const found = await reader.one<{ count: number }>(
    `select count(*)::int as count from evaluation.conflict_question where competition_id = $1 and state = 'open'`,
    [competitionId],
  );
  return found!.count;
}

async function draw(ctx: Context, reader: Reader, competition: Competition): Promise<Room[]> {
  if (!evaluationPolicy.draw.allows(ctx.actor, competition)) return [];
  const found = await reader.one('select from evaluation.draw where competition_id = $1 limit 1', [competition.id]);
  return found ? [{ text: phrase(ctx.lang, 'evaluation:draw.title'), href: evaluationPaths.draw(competition.id) }] : [];
}

function rating(ctx: Context, competition: Competition): Room[] {
  const { id, state } = competition;
  if (!['rated', 'decided'].includes(state)) return [];
  if (!worksFor(ctx.actor, STAFF, competition) && !holds(ctx.actor, COMMISSION, id)) return [];
  return [{ text: phrase(ctx.lang, 'evaluation:rating.title'), href: evaluationPaths.rating(id) }];
}
