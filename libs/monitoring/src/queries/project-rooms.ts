import { Injectable } from '@nestjs/common';
import { competitionPolicy, CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { projectsPolicy } from '../access/project.policy.js';
import { monitoringPaths } from '../paths.js';

/** Monitoring of the funded projects on the overview of their competition. */
@Implements(CompetitionRooms)
@Injectable()
export class ProjectRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (competition.state !== 'decided' || !competitionPolicy.see.allows(ctx.actor, competition)) return [];
    if (!projectsPolicy.see.allows(ctx.actor, competition)) return [];
    const row = await this.db.one<{ opened: number; concluded: number; evaluation: string | null }>(
      `select count(p.id)::int as opened, count(c.project_id)::int as concluded,
              (select e.state from monitoring.evaluation e where e.competition_id = $1) as evaluation
         from monitoring.project p left join monitoring.v_conclusion c on c.project_id = p.id
        where p.competition_id = $1`,
      [competition.id],
    );
    return [
      {
        text: phrase(ctx.lang, 'monitoring:rooms.projects'),
        href: monitoringPaths.all,
        note: phrase(ctx.lang, 'monitoring:rooms.concluded', { opened: row!.opened, concluded: row!.concluded }),
      },
      ...(row!.opened === 0
        ? []
        : [
            {
              text: phrase(ctx.lang, 'monitoring:rooms.evaluation'),
              href: monitoringPaths.evaluation(competition.id),
              note: phrase(
                ctx.lang,
                `monitoring:rooms.evaluation${row!.evaluation === 'approved' ? 'Approved' : 'Draft'}`,
              ),
            },
          ]),
    ];
  }
}
