import { Injectable } from '@nestjs/common';
import { ContractObstacles, PaymentHolds, type PaymentHold } from '#libs/contracts';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { monitoringPaths } from '../paths.js';

/** No money while a report that it waits for, or that is due before it, is not accepted. */
@Implements(PaymentHolds)
@Injectable()
export class ReportHolds implements PaymentHolds {
  async holds(reader: Reader, instalmentIds: readonly string[], lang: Lang): Promise<PaymentHold[]> {
    const rows = await reader.rows<{ instalmentId: string; projectId: string }>(
      `select distinct i.id as "instalmentId", r.project_id as "projectId"
         from contracts.v_instalment i
         join monitoring.report r on r.project_id = i.contract_id and r.kind = 'interim' and r.state <> 'accepted'
        where i.id = any($1) and (r.instalment_id = i.id or r.due_on < i.due_on)`,
      [instalmentIds],
    );
    return rows.map(({ instalmentId, projectId }) => ({
      instalmentId,
      reason: phrase(lang, 'monitoring:hold'),
      href: monitoringPaths.show(projectId),
    }));
  }
}

/** A contract is not completed before its final report is accepted. */
@Implements(ContractObstacles)
@Injectable()
export class FinalReportMissing implements ContractObstacles {
  async toComplete(reader: Reader, contractId: string): Promise<string | null> {
    const row = await reader.one(
      `select from monitoring.report where project_id = $1 and kind = 'final' and state <> 'accepted'`,
      [contractId],
    );
    return row ? 'monitoring.final-report-missing' : null;
  }
}
