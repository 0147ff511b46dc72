import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** What was reported about the projects of a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalProjects implements RehearsalRemains {
  readonly floor = 9;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const reports = await tx.rows<{ id: string }>(
      `select r.id from monitoring.report r join monitoring.project p on p.id = r.project_id where p.competition_id = $1`,
      [competitionId],
    );
    const ids = reports.map(({ id }) => id);
    for (const table of ['submission', 'expense', 'line_reason', 'reach', 'indicator_fact'])
      await tx.change(`delete from monitoring.${table} where report_id = any($1)`, [ids]);
    await tx.change('delete from monitoring.report where id = any($1)', [ids]);
    const ofProject = 'project_id in (select id from monitoring.project where competition_id = $1)';
    for (const table of ['refund_payment', 'refund', 'conclusion', 'finding'])
      await tx.change(`delete from monitoring.${table} where ${ofProject}`, [competitionId]);
    await tx.change('delete from monitoring.evaluation where competition_id = $1', [competitionId]);
    await tx.change('delete from monitoring.project where competition_id = $1', [competitionId]);
    return ids;
  }
}
