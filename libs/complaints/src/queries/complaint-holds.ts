import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { ContractHolds, PaymentHolds, type ContractHold, type PaymentHold } from '#libs/contracts';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { complaintPaths } from '../paths.js';
import { heldApplications } from './held-applications.js';

/** No signature while a complaint can change whom the money goes to. */
@Implements(ContractHolds)
@Injectable()
export class ComplaintHolds implements ContractHolds {
  async holds(
    reader: Reader,
    competitionId: string,
    applicationIds: readonly string[],
    { lang }: { lang: Lang },
  ): Promise<ContractHold[]> {
    const held = await heldApplications(reader, competitionId);
    const { code } = await competitionById(reader, competitionId);
    return applicationIds
      .filter((id) => held.has(id))
      .map((applicationId) => ({
        applicationId,
        reason: phrase(lang, `complaints:hold.${held.get(applicationId)!}`),
        href: complaintPaths.published(code!),
      }));
  }
}

/** … and no payment. */
@Implements(PaymentHolds)
@Injectable()
export class ComplaintPaymentHolds implements PaymentHolds {
  async holds(reader: Reader, instalmentIds: readonly string[], lang: Lang): Promise<PaymentHold[]> {
    const rows = await reader.rows<{
      instalmentId: string;
      applicationId: string;
      competitionId: string;
      code: string;
    }>(
      `select i.id as "instalmentId", c.application_id as "applicationId", c.competition_id as "competitionId", k.code
         from contracts.v_instalment i
         join contracts.v_contract c on c.id = i.contract_id
         join competitions.v_competition k on k.id = c.competition_id
        where i.id = any($1)`,
      [instalmentIds],
    );
    const competitions = [...new Set(rows.map(({ competitionId }) => competitionId))];
    const holds: PaymentHold[] = [];
    for (const id of competitions) {
      const held = await heldApplications(reader, id);
      for (const { instalmentId, applicationId, competitionId, code } of rows)
        if (competitionId === id && held.has(applicationId)) {
          const reason = phrase(lang, `complaints:hold.${held.get(applicationId)!}`);
          holds.push({ instalmentId, reason, href: complaintPaths.published(code) });
        }
    }
    return holds;
  }
}
