import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivDay, kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { DeskSource, type DeskItem } from '#libs/identity';
import { dueAfter, ukrainianCalendar } from '#libs/terms';
import { AWARD } from '../model/agenda.js';
import { awardPaths } from '../paths.js';
import { nextState } from './next-state.js';

interface Titled {
  id: string;
  title: string;
  titleEn: string | null;
  decisionUntil: string | null;
}

interface Rated extends Titled {
  organiserId: string;
  coOrganiserId: string | null;
  isUndecided: boolean;
  isInSession: boolean;
  /** The order itself distributes the money; the commission only advises. */
  isByDirector: boolean;
  /** The latest signed decision of the commission. */
  adoptedAt: Date | null;
  /** rule 54: working days from it until the results are public, with the order. */
  publicationDays: number | null;
}

const ROLES = {
  allocate: 'officer',
  order: 'director',
  publish: 'officer',
  answer: 'commission-chair',
  next: 'officer',
  'additional-order': 'director',
} as const;

/** Rated competitions that wait for the chair (answer the check), the officer (put the allocation before the commission) or the director (sign). */
@Implements(DeskSource)
@Injectable()
export class AwardDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const officerOf = scopesOf(ctx.actor, ['officer']);
    const directorOf = scopesOf(ctx.actor, ['director']);
    const toAnswer = await unanswered(reader, scopesOf(ctx.actor, ['commission-chair']));
    const answers = toAnswer.map((one) => item(ctx, one, 'answer', awardPaths.weighing(one.id)));
    if (officerOf.length + directorOf.length === 0) return answers;
    const competitions = await rated(reader, [...officerOf, ...directorOf]);
    const others = competitions.flatMap((one) => {
      const { id, organiserId, coOrganiserId, isInSession, isByDirector } = one;
      const isUndecided = isByDirector ? isInSession : one.isUndecided;
      const isPlanner = officerOf.includes(organiserId) || officerOf.includes(coOrganiserId ?? '');
      if (isUndecided && !isInSession && isPlanner) return [item(ctx, one, 'allocate', awardPaths.allocation(id))];
      if (isUndecided) return [];
      const until = publicUntil(one);
      if (directorOf.includes(organiserId)) return [{ ...item(ctx, one, 'order', awardPaths.order(id)), ...until }];
      // rule 54: what is overdue stands on the desk of the department, too.
      return isPlanner && until && until.dueAt < ctx.now
        ? [{ ...item(ctx, one, 'publish', awardPaths.order(id)), ...until }]
        : [];
    });
    return [...answers, ...others, ...(await this.afterTheOrder(ctx, reader, { officerOf, directorOf }))];
  }

  /** Freed money that waits for the officer, a decision about the next one that waits for the director (rule 50). */
  private async afterTheOrder(
    ctx: Context,
    reader: Reader,
    { officerOf, directorOf }: Record<'officerOf' | 'directorOf', readonly string[]>,
  ): Promise<DeskItem[]> {
    const items: DeskItem[] = [];
    for (const competition of await withRefusals(reader, [...officerOf, ...directorOf])) {
      const { reason, adopted, isByDirector } = await nextState(reader, competition);
      const waitsForOrder = adopted.length > 0 || (isByDirector && reason === null);
      const mayPlan = [competition.organiserId, competition.coOrganiserId ?? ''].some((id) => officerOf.includes(id));
      const href = awardPaths.changes(competition.id);
      if (waitsForOrder && directorOf.includes(competition.organiserId))
        items.push(item(ctx, { ...competition, decisionUntil: null }, 'additional-order', href));
      if (!waitsForOrder && reason === null && mayPlan)
        items.push(item(ctx, { ...competition, decisionUntil: null }, 'next', href));
    }
    return items;
  }
}

/** How many are looked into; each takes a few statements, and refusals are rare. */
const WITH_REFUSALS_MAX = 5;

/** Decided competitions of these authorities where somebody has refused, the latest first. */
async function withRefusals(reader: Reader, organiserIds: readonly string[]): Promise<CompetitionRow[]> {
  const rows = await reader.rows<{ id: string }>(
    `select c.id from competitions.v_competition c
      where c.state = 'decided' and (c.organiser_id = any($1) or c.co_organiser_id = any($1))
        and exists (select from awards.award w where w.competition_id = c.id and w.state = 'refused')
        and exists (select from awards.allocation_line l where l.competition_id = c.id and l.outcome = 'next'
                     and not exists (select from awards.award w where w.application_id = l.application_id))
      order by c.decision_until desc nulls last, c.id limit $2`,
    [organiserIds, WITH_REFUSALS_MAX],
  );
  return Promise.all(rows.map(({ id }) => competitionById(reader, id)));
}

/** Rated competitions whose chair owes an answer to the check of the result. */
async function unanswered(reader: Reader, competitionIds: readonly string[]): Promise<Titled[]> {
  if (competitionIds.length === 0) return [];
  return reader.rows(
    `select c.id, c.title, c.title_en as "titleEn", c.decision_until::text as "decisionUntil"
       from competitions.v_competition c join awards.weighed_result w on w.competition_id = c.id
      where c.id = any($1) and c.state = 'rated' and w.answer is null and jsonb_array_length(w.content -> 'changes') > 0
      order by c.decision_until nulls last, c.id limit 50`,
    [competitionIds],
  );
}

function rated(reader: Reader, organiserIds: readonly string[]): Promise<Rated[]> {
  return reader.rows(
    `select c.id, c.organiser_id as "organiserId", c.co_organiser_id as "coOrganiserId", c.title, c.title_en as "titleEn",
            c.decision_until::text as "decisionUntil",
            exists (select from applications.v_application a
                     where a.competition_id = c.id and a.state = 'admitted'
                       and not exists (select from awards.allocation_line l where l.application_id = a.id)) as "isUndecided",
            exists (select from sessions.v_session s
                     where s.scope_id = c.id and s.kind = $2 and s.state not in ('signed', 'cancelled')) as "isInSession",
            w.award_by = 'director' as "isByDirector",
            (select max(l.adopted_at) from awards.allocation_line l where l.competition_id = c.id) as "adoptedAt",
            (select t.working_days from competitions.v_publication_term t where t.competition_id = c.id) as "publicationDays"
       from competitions.v_competition c
       join competitions.v_deciders w on w.competition_id = c.id
      where c.state = 'rated' and (c.organiser_id = any($1) or c.co_organiser_id = any($1))
      order by c.decision_until nulls last, c.id limit 50`,
    [organiserIds, AWARD],
  );
}

/** The last instant to publish the results; undefined before the commission has decided. */
function publicUntil({ adoptedAt, publicationDays }: Rated): { dueAt: Date } | undefined {
  if (!adoptedAt || publicationDays === null) return undefined;
  const term = { count: publicationDays, unit: 'working-days' } as const;
  return { dueAt: kyivInstant(dueAfter(term, kyivDay(adoptedAt), ukrainianCalendar()).dueOn, '23:59:59') };
}

function item(ctx: Context, competition: Titled, todo: keyof typeof ROLES, href: string): DeskItem {
  return {
    title: phrase(ctx.lang, `awards:desk.${todo}`),
    context: (ctx.lang === 'en' && competition.titleEn) || competition.title,
    href,
    role: ROLES[todo],
    dueAt: competition.decisionUntil === null ? null : kyivInstant(competition.decisionUntil, '23:59:59'),
  };
}
