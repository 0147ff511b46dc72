import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { rulingPaths } from '../paths.js';
import { STANDS } from './standing-stays.js';

const ITEMS_MAX = 50;

interface Waiting {
  competitionId: string;
  context: string;
  caseNumber: string;
  court: string;
  todo: 'confirm' | 'held';
  role: string;
}

/** A ruling to confirm, and what courts hold now. */
@Implements(DeskSource)
@Injectable()
export class RulingDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const officerOf = scopesOf(ctx.actor, ['officer']);
    const directorOf = scopesOf(ctx.actor, ['director']);
    if (officerOf.length + directorOf.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select r.competition_id as "competitionId", c.title as context, r.case_number as "caseNumber", r.court,
              case when r.state = 'prepared' then 'confirm' else 'held' end as todo,
              case when r.organiser_id = any($2) then 'director' else 'officer' end as role
         from rulings.ruling r join competitions.v_competition c on c.id = r.competition_id
        where (r.state = 'prepared' and r.organiser_id = any($2) and r.prepared_by <> $3)
           or ((r.organiser_id = any($1) or r.organiser_id = any($2)) and ${STANDS})
        order by todo, r.prepared_at, r.id limit ${ITEMS_MAX}`,
      [officerOf, directorOf, ctx.actor.personId],
    );
    return rows.map(({ competitionId, context, todo, role, ...ruling }) => ({
      title: phrase(ctx.lang, `rulings:desk.${todo}`, ruling),
      ...{ context, role, href: rulingPaths.all(competitionId), dueAt: null },
    }));
  }
}
