import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { CHECKERS } from '../access/project.policy.js';
import { monitoringPaths } from '../paths.js';

interface Waiting {
  id: string;
  title: string;
  todo: string;
  dueOn: string | null;
}

const ITEMS_MAX = 50;
const OF_RECIPIENT = `
  select project_id, 'finding' as todo, due_on from monitoring.finding where state = 'warned'
  union all select project_id, 'hear', objections_until from monitoring.conclusion
             where state = 'shown' and objection is null and agreed_at is null
  union all select project_id, 'refund', due_on from monitoring.refund where returned_kop < untargeted_kop + unspent_kop`;
const OF_CHECKER = `
  select project_id, 'findingAnswered' as todo, due_on from monitoring.finding where state = 'answered'
  union all select project_id, 'objection', null from monitoring.conclusion where state = 'objected'
  union all select r.project_id, 'conclude', null from monitoring.report r
             where r.kind = 'final' and r.state = 'accepted' and not exists (
               select from monitoring.conclusion c where c.project_id = r.project_id and c.state <> 'draft')`;
const OF_DIRECTOR = `select project_id, 'approve' as todo, null::date as due_on from monitoring.conclusion where state = 'shown'`;

/** Findings, conclusions and refunds that wait for either side. */
@Implements(DeskSource)
@Injectable()
export class ControlDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const of = (roles: readonly string[]) => scopesOf(ctx.actor, roles);
    return [
      ...(await this.waiting(ctx, reader, OF_RECIPIENT, 'organisation_id', of(['applicant']), 'applicant')),
      ...(await this.waiting(
        ctx,
        reader,
        OF_CHECKER,
        'organiser_id',
        of(CHECKERS),
        of(['monitor']).length > 0 ? 'monitor' : 'officer',
      )),
      ...(await this.waiting(ctx, reader, OF_DIRECTOR, 'organiser_id', of(['director']), 'director')),
    ];
  }

  private async waiting(
    ctx: Context,
    reader: Reader,
    sql: string,
    scope: 'organisation_id' | 'organiser_id',
    scopes: readonly string[],
    role: string,
  ): Promise<DeskItem[]> {
    if (scopes.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select p.id, c.subject as title, w.todo, w.due_on::text as "dueOn"
         from (${sql}) w join monitoring.project p on p.id = w.project_id join contracts.v_contract c on c.id = p.id
        where p.${scope} = any($1) order by w.due_on nulls last, p.id, w.todo limit ${ITEMS_MAX}`,
      [scopes],
    );
    return rows.map(({ id, title, todo, dueOn }) => ({
      title: phrase(ctx.lang, `monitoring:desk.${todo}`),
      ...{ context: title, role, href: role === 'applicant' ? monitoringPaths.own(id) : monitoringPaths.show(id) },
      dueAt: dueOn === null ? null : kyivInstant(dueOn, '23:59:59'),
    }));
  }
}
