import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { reportTermMoved } from '../model/monitoring.facts.js';
import { finalReportDue } from '../model/report-terms.js';

interface Awaited {
  id: string;
  competitionId: string;
  dueOn: string | null;
  endsOn: string;
}

/** rule 63: the term of the final report follows the end of the contract, amended or early. */
@Injectable()
export class MoveTerms {
  async within(tx: Tx, contractId: string): Promise<void> {
    const report = await tx.one<Awaited>(
      `select r.id, p.competition_id as "competitionId", r.due_on::text as "dueOn",
              coalesce(c.ended_on, c.ends_on)::text as "endsOn"
         from monitoring.report r
         join monitoring.project p on p.id = r.project_id
         join contracts.v_contract c on c.id = p.id
        where p.id = $1 and r.kind = 'final' and r.state in ('draft', 'returned')`,
      [contractId],
    );
    if (!report) return;
    const dueOn = finalReportDue(await competitionById(tx, report.competitionId), report.endsOn);
    if (dueOn === report.dueOn) return;
    await tx.change('update monitoring.report set due_on = $2, reminded = null where id = $1', [report.id, dueOn]);
    tx.record(reportTermMoved, {
      subjectId: report.id,
      scopeId: report.competitionId,
      particulars: { was: report.dueOn, dueOn },
    });
  }
}
