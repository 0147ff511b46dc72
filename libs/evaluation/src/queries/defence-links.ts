import { Injectable } from '@nestjs/common';
import { ProposalRooms, type ProposalRoom } from '#libs/applications';
import { AnnouncementAsides, CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import { DeskSource, type DeskItem } from '#libs/identity';
import { holds, scopesOf, type Context } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { PLANNING_STATES, type DefenceState } from '../model/defence.js';
import { evaluationPaths } from '../paths.js';
import { defenceOf } from './read-defence.js';

type Competition = Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId' | 'scoringMode'>;

/** The way to the plan for those who lead the defence, and to the room for everybody in it. */
@Implements(CompetitionRooms)
@Injectable()
export class DefenceRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(ctx: Context, competition: Competition): Promise<Room[]> {
    const { id, state } = competition;
    if (!evaluationPolicy['see-defence'].allows(ctx.actor, competition)) return [];
    const found = await this.db.one<{ isNamed: boolean; state: DefenceState | null }>(
      `select c.defence_on is not null as "isNamed", d.state
         from competitions.v_call c left join evaluation.defence d on d.competition_id = c.id where c.id = $1`,
      [id],
    );
    if (!found) return [];
    const isThere = found.state === 'published' || found.state === 'cancelled';
    const isPlanned = (found.isNamed || found.state !== null) && PLANNING_STATES.includes(state);
    const leads = evaluationPolicy['lead-defence'].allows(ctx.actor, competition);
    const room = (key: string, href: string): Room => ({ text: phrase(ctx.lang, `evaluation:defence.${key}`), href });
    return [
      ...(isPlanned && leads ? [room('plan', evaluationPaths.defence(id))] : []),
      ...(isThere ? [room('room', evaluationPaths.defenceRoom(id))] : []),
    ];
  }
}

/** The agenda, for everybody, beside the announcement. */
@Implements(AnnouncementAsides)
@Injectable()
export class DefenceAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const defence = await defenceOf(this.db, id);
    if (!defence || (defence.state === 'draft' && defence.seed === null)) return [];
    return [{ text: phrase(ctx.lang, 'evaluation:defence.agenda'), href: evaluationPaths.publicDefence(code!) }];
  }
}

type Proposal = { id: string; organisationId: string };

/** The applicant finds the own time on the page of the proposal. */
@Implements(ProposalRooms)
@Injectable()
export class DefenceOfProposal implements ProposalRooms {
  async rooms(ctx: Context, reader: Reader, proposal: Proposal): Promise<ProposalRoom[]> {
    if (!holds(ctx.actor, ['applicant'], proposal.organisationId)) return [];
    const found = await reader.one<{ startsAt: Date }>(
      'select starts_at as "startsAt" from evaluation.defence_slot where application_id = $1 and starts_at is not null',
      [proposal.id],
    );
    if (!found) return [];
    const at = longDateTime(found.startsAt, ctx.lang);
    return [
      { text: phrase(ctx.lang, 'evaluation:defence.own', { at }), href: evaluationPaths.presenters(proposal.id) },
    ];
  }
}

/** For the applicant: nobody is named yet. For who leads: defences of today that nobody noted. */
@Implements(DeskSource)
@Injectable()
export class DefenceDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return [...(await this.unnamed(ctx, reader)), ...(await this.today(ctx, reader))];
  }

  private async unnamed(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisations = scopesOf(ctx.actor, ['applicant']);
    if (organisations.length === 0) return [];
    const rows = await reader.rows<{ id: string; title: string; startsAt: Date }>(UNNAMED, [organisations, ctx.now]);
    return rows.map(({ id, title, startsAt }) => ({
      title: phrase(ctx.lang, 'evaluation:desk.presenters'),
      ...{ context: title, href: evaluationPaths.presenters(id), role: 'applicant', dueAt: startsAt },
    }));
  }

  private async today(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const competitions = scopesOf(ctx.actor, ['commission-chair', 'commission-secretary']);
    if (competitions.length === 0) return [];
    const rows = await reader.rows<{ id: string; title: string; startsAt: Date; count: number }>(TODAY, [
      ...[competitions, ctx.now],
    ]);
    return rows.map(({ id, title, startsAt, count }) => ({
      title: phrase(ctx.lang, 'evaluation:desk.defence', { count }),
      ...{ context: title, href: evaluationPaths.defenceRoom(id), dueAt: startsAt },
      role: ctx.actor.grants.find(({ scopeId }) => scopeId === id)?.role,
    }));
  }
}

const UNNAMED = `
  select s.application_id as id, v.title, s.starts_at as "startsAt"
    from applications.v_application v
    join evaluation.defence_slot s on s.application_id = v.id and s.starts_at > $2
    join evaluation.defence d on d.competition_id = s.competition_id and d.state = 'published'
    join competitions.v_competition c on c.id = s.competition_id and c.state in ('admission', 'scoring')
   where v.organisation_id = any($1) and v.state = 'admitted'
     and not exists (select from evaluation.defence_presenter p where p.application_id = s.application_id)
   order by s.starts_at limit 50`;

/** From a day before the first one, as long as somebody waits to be heard. */
const TODAY = `
  select c.id, c.title, min(s.starts_at) as "startsAt", count(*)::int as count
    from evaluation.defence d
    join competitions.v_competition c on c.id = d.competition_id and c.state in ('admission', 'scoring')
    join evaluation.defence_slot s on s.competition_id = d.competition_id and s.state = 'planned'
    join applications.v_application v on v.id = s.application_id and v.state = 'admitted'
   where d.state = 'published' and d.competition_id = any($1) and s.starts_at < $2::timestamptz + interval '1 day'
   group by c.id, c.title order by c.id limit 50`;
