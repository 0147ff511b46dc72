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
  kind: string;
  dueOn: string | null;
}

const ITEMS_MAX = 50;

/** Reports that wait: for the recipient to write, for the department to check. */
@Implements(DeskSource)
@Injectable()
export class MonitoringDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return [
      ...(await this.reports(ctx, reader, 'applicant', ['draft', 'returned'])),
      ...(await this.reports(ctx, reader, 'monitor', ['submitted'])),
    ];
  }

  private async reports(
    ctx: Context,
    reader: Reader,
    role: 'applicant' | 'monitor',
    states: string[],
  ): Promise<DeskItem[]> {
    const scopes = scopesOf(ctx.actor, role === 'applicant' ? ['applicant'] : CHECKERS);
    if (scopes.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select r.id, r.kind, r.due_on::text as "dueOn", c.subject as title
         from monitoring.report r
         join monitoring.project p on p.id = r.project_id
         join contracts.v_contract c on c.id = p.id
        where p.${role === 'applicant' ? 'organisation_id' : 'organiser_id'} = any($1) and r.state = any($2)
        order by r.due_on nulls last, r.id limit ${ITEMS_MAX}`,
      [scopes, states],
    );
    return rows.map(({ id, kind, dueOn, title }) => ({
      title: phrase(ctx.lang, `monitoring:desk.${role}.${kind}`),
      ...{ context: title, role: role === 'monitor' ? checkerRole(ctx) : role, href: monitoringPaths.report(id) },
      dueAt: role === 'monitor' || dueOn === null ? null : kyivInstant(dueOn, '23:59:59'),
    }));
  }
}

const checkerRole = (ctx: Context): string => (scopesOf(ctx.actor, ['monitor']).length > 0 ? 'monitor' : 'officer');
