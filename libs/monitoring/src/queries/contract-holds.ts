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
  async holds(reader: Reader, contractIds: readonly string[], lang: Lang): Promise<PaymentHold[]> {
    const rows = await reader.rows<{ contractId: string }>(
      `select distinct p.id as "contractId"
         from monitoring.project p join monitoring.report r on r.project_id = p.id
        where p.id = any($1) and r.kind = 'interim' and r.state <> 'accepted'
          and r.due_on < (select max(due_on) from contracts.v_instalment where contract_id = p.id)`,
      [contractIds],
    );
    return rows.map(({ contractId }) => ({
      contractId,
      reason: phrase(lang, 'monitoring:hold'),
      href: monitoringPaths.show(contractId),
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
