import { Injectable } from '@nestjs/common';
import { CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';

type Competition = Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId' | 'scoringMode'>;

/** The way to the paper sheets, while the competition is scored and afterwards. */
@Implements(CompetitionRooms)
@Injectable()
export class PaperRooms implements CompetitionRooms {
  async rooms(ctx: Context, competition: Competition): Promise<Room[]> {
    const { id, state } = competition;
    if (!['scoring', 'rated', 'decided'].includes(state)) return [];
    if (!evaluationPolicy['check-paper'].allows(ctx.actor, competition)) return [];
    return [{ text: phrase(ctx.lang, 'evaluation:paper.title'), href: evaluationPaths.papers(id) }];
  }
}

/** Paper sheets that wait for a second person, and those that came back to who entered them. */
@Implements(DeskSource)
@Injectable()
export class PaperDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const led = scopesOf(ctx.actor, ['commission-chair', 'commission-secretary']);
    const organisers = scopesOf(ctx.actor, ['officer', 'director']);
    if (led.length + organisers.length === 0) return [];
    const rows = await reader.rows<{ id: string; title: string; toCheck: number; returned: number }>(WAITING, [
      ...[led, organisers, ctx.actor.personId],
    ]);
    return rows.flatMap(({ id, title, toCheck, returned }) => {
      const role = ctx.actor.grants.find(({ scopeId }) => scopeId === id)?.role ?? 'officer';
      const item = (key: string, count: number): DeskItem[] => {
        const words = phrase(ctx.lang, `evaluation:desk.${key}`, { count });
        const link = { context: title, href: evaluationPaths.papers(id), role, dueAt: null };
        return count > 0 ? [{ title: words, ...link }] : [];
      };
      return [...item('paperCheck', toCheck), ...item('paperReturned', returned)];
    });
  }
}

/** What the person has a conflict with, or is the own sheet, waits for others. */
const WAITING = `
  select c.id, c.title,
         count(*) filter (where p.state = 'entered' and p.entered_by <> $3)::int as "toCheck",
         count(*) filter (where p.state in ('returned', 'disputed') and p.entered_by = $3)::int as returned
    from evaluation.paper_sheet p
    join competitions.v_competition c on c.id = p.competition_id and c.state = 'scoring'
   where (c.id = any($1) or c.organiser_id = any($2)) and p.state <> 'confirmed' and p.person_id <> $3
     and not exists (select from evaluation.conflict_declaration d
                      where d.application_id = p.application_id and d.person_id = $3 and d.kind <> 'none')
   group by c.id, c.title order by c.id limit 50`;
