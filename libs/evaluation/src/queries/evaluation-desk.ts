import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { COMMISSION, SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { revisableOf } from './second-score.js';
import { myCompetitions, type MyCompetition } from './my-scoring.js';

/** What the evaluation has waiting: to declare, to score, to sign; for officers a lacking commission and a late scoring. */
@Implements(DeskSource)
@Injectable()
export class EvaluationDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const mine = await myCompetitions(reader, ctx);
    return [
      ...mine.flatMap((one) => scorerItem(ctx, one)),
      ...(await secondScoreItems(ctx, reader)),
      ...(await officerItems(ctx, reader)),
      ...(await chairItems(ctx, reader)),
      ...(await invitations(ctx, reader)),
    ];
  }
}

function scorerItem(ctx: Context, competition: MyCompetition): DeskItem[] {
  const { id, title, next, total, ready, signed, undeclared, scoringUntil } = competition;
  if (!next) return [];
  const done = ready + signed;
  const paths = {
    declare: evaluationPaths.conflicts,
    score: evaluationPaths.queue,
    sign: evaluationPaths.signature,
  };
  return [
    {
      title: phrase(ctx.lang, `evaluation:desk.${next}`, {
        done,
        total,
        count: next === 'declare' ? undeclared : ready,
      }),
      context: title,
      href: paths[next](id),
      role: ctx.actor.grants.find(({ scopeId }) => scopeId === id)?.role,
      dueAt: scoringUntil,
    },
  ];
}

async function secondScoreItems(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  if (scopesOf(ctx.actor, SCORERS).length === 0) return [];
  return (await revisableOf(reader, ctx)).map(({ competitionId, title, count, until }) => ({
    title: phrase(ctx.lang, 'evaluation:desk.revise', { count }),
    context: title,
    href: evaluationPaths.queue(competitionId),
    role: ctx.actor.grants.find(({ scopeId }) => scopeId === competitionId)?.role,
    dueAt: until,
  }));
}

interface Waiting {
  id: string;
  title: string;
  state: 'draft' | 'scoring';
  scoringUntil: Date | null;
}

async function officerItems(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  const organisers = scopesOf(ctx.actor, ['officer']);
  if (organisers.length === 0) return [];
  const waiting = await reader.rows<Waiting>(WAITING, [organisers, ctx.now, COMMISSION]);
  return waiting.map(({ id, title, state, scoringUntil }) => ({
    title: phrase(ctx.lang, state === 'draft' ? 'evaluation:desk.commission' : 'evaluation:desk.late'),
    context: title,
    role: 'officer',
    href: state === 'draft' ? evaluationPaths.commission(id) : evaluationPaths.progress(id),
    dueAt: scoringUntil,
  }));
}

/** Invitations that the expert has not answered. */
async function invitations(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  if (scopesOf(ctx.actor, ['expert']).length === 0) return [];
  const waiting = await reader.rows<{ id: string; title: string }>(
    `select c.id, c.title from evaluation.expert_seat s join competitions.v_competition c on c.id = s.competition_id
      where s.person_id = $1 and s.state = 'invited' and c.id = any($2) order by c.id limit 50`,
    [ctx.actor.personId, scopesOf(ctx.actor, ['expert'])],
  );
  return waiting.map(({ id, title }) => ({
    title: phrase(ctx.lang, 'evaluation:desk.invitation'),
    context: title,
    href: evaluationPaths.invitation(id),
    role: 'expert',
    dueAt: null,
  }));
}

/** For chair and secretary: questions about conflicts that nobody answered, a distribution that waits for approval. */
async function chairItems(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  const competitions = scopesOf(ctx.actor, ['commission-chair', 'commission-secretary']);
  if (competitions.length === 0) return [];
  const waiting = await reader.rows<{ id: string; title: string; questions: number; isReady: boolean }>(TO_LEAD, [
    competitions,
    ctx.actor.personId,
  ]);
  return waiting.flatMap(({ id, title, questions: count, isReady }) => {
    const role = ctx.actor.grants.find(({ scopeId }) => scopeId === id)?.role;
    const item = (key: string, href: string) => ({
      ...{ title: phrase(ctx.lang, `evaluation:desk.${key}`, { count }), context: title, href, role, dueAt: null },
    });
    return [
      ...(count > 0 ? [item('questions', evaluationPaths.conflictQuestions(id))] : []),
      ...(isReady ? [item('distribute', evaluationPaths.distribution(id))] : []),
    ];
  });
}

const TO_LEAD = `
  select * from (
    select c.id, c.title,
           (select count(*)::int from evaluation.conflict_question q
             where q.competition_id = c.id and q.state = 'open' and q.person_id <> $2) as questions,
           exists (select from evaluation.distribution d where d.competition_id = c.id and d.state = 'ready') as "isReady"
      from competitions.v_competition c
     where c.id = any($1) and c.state in ('admission', 'scoring', 'rated')) as led
   where questions > 0 or "isReady" order by id limit 50`;

/** Drafts without a chair, a secretary or members; scorings whose last second has passed. */
const WAITING = `
  select c.id, c.title, c.state, case when c.state = 'scoring' then c.scoring_until end as "scoringUntil"
    from competitions.v_competition c
   where c.organiser_id = any($1)
     and (c.state = 'scoring' and c.scoring_until < $2
            and not exists (select from evaluation.assignment a
                             where a.competition_id = c.id and a.ended_at is null and a.write_until >= $2)
          or c.state = 'draft' and (select count(distinct r.role) from identity.v_role r
                                     where r.scope_id = c.id and r.role = any($3)) < 3)
   order by c.id limit 50`;
