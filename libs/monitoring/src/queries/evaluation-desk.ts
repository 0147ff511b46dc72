import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { presentationDue } from '#libs/terms';
import { CHECKERS } from '../access/project.policy.js';
import { monitoringPaths } from '../paths.js';

interface Owed {
  id: string;
  title: string;
  titleEn: string | null;
  budgetYear: number;
  todo: 'evaluate' | 'approveEvaluation' | 'present';
}

const ITEMS_MAX = 50;

/** rules 64, 68: programmes whose every conclusion is there wait for their evaluation and its presentation. */
@Implements(DeskSource)
@Injectable()
export class EvaluationDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const [writers, directors] = [scopesOf(ctx.actor, CHECKERS), scopesOf(ctx.actor, ['director'])];
    if (writers.length + directors.length === 0) return [];
    const rows = await reader.rows<Owed>(
      `select * from (
         select k.id, k.title, k.title_en as "titleEn", k.budget_year as "budgetYear", k.organiser_id,
                case when e.competition_id is null then 'evaluate'
                     when e.state = 'draft' then 'approveEvaluation'
                     when e.presented_on is null then 'present' end as todo
           from competitions.v_competition k
           left join monitoring.evaluation e on e.competition_id = k.id
          where k.organiser_id = any($1::uuid[] || $2::uuid[])
            and exists (select from monitoring.project p where p.competition_id = k.id)
            and not exists (select from monitoring.project p where p.competition_id = k.id
                              and not exists (select from monitoring.v_conclusion v where v.project_id = p.id))) owed
        where todo is not null and organiser_id = any(case todo when 'approveEvaluation' then $2::uuid[] else $1::uuid[] end)
        order by "budgetYear", id limit ${ITEMS_MAX}`,
      [writers, directors],
    );
    const role = scopesOf(ctx.actor, ['monitor']).length > 0 ? 'monitor' : 'officer';
    return rows.map(({ id, title, titleEn, budgetYear, todo }) => ({
      title: phrase(ctx.lang, `monitoring:desk.${todo}`),
      context: (ctx.lang === 'en' && titleEn) || title,
      ...{ role: todo === 'approveEvaluation' ? 'director' : role, href: monitoringPaths.evaluation(id) },
      dueAt: kyivInstant(presentationDue(budgetYear).on, '23:59:59'),
    }));
  }
}
