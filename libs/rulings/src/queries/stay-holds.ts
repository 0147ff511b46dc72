import { Injectable } from '@nestjs/common';
import { OrderHolds, type OrderHold } from '#libs/awards';
import { competitionById } from '#libs/competitions';
import { ContractHolds, PaymentHolds, type ContractHold, type PaymentHold } from '#libs/contracts';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { stayOver } from '../model/stay.js';
import { rulingPaths } from '../paths.js';
import { standingStays, stayInWords } from './standing-stays.js';

/** While a court holds the money of a competition or of some proposals, no order gives it away … */
@Implements(OrderHolds)
@Injectable()
export class StayOrderHolds implements OrderHolds {
  async holds(
    reader: Reader,
    competitionId: string,
    applicationIds: readonly string[] | 'all',
    lang: Lang,
  ): Promise<OrderHold | null> {
    const stay = stayOver(await standingStays(reader, competitionId), applicationIds);
    if (!stay) return null;
    const { code } = await competitionById(reader, competitionId);
    return { reason: stayInWords(stay, lang), href: rulingPaths.published(code!) };
  }
}

/** … no contract is signed … */
@Implements(ContractHolds)
@Injectable()
export class StayContractHolds implements ContractHolds {
  async holds(
    reader: Reader,
    competitionId: string,
    applicationIds: readonly string[],
    { lang }: { lang: Lang },
  ): Promise<ContractHold[]> {
    const stays = await standingStays(reader, competitionId);
    if (stays.length === 0) return [];
    const { code } = await competitionById(reader, competitionId);
    return applicationIds.flatMap((applicationId) => {
      const stay = stayOver(stays, [applicationId]);
      return stay ? [{ applicationId, reason: stayInWords(stay, lang), href: rulingPaths.published(code!) }] : [];
    });
  }
}

interface Instalment {
  instalmentId: string;
  applicationId: string;
  competitionId: string;
  code: string;
}

/** … and no payment is ordered or approved. */
@Implements(PaymentHolds)
@Injectable()
export class StayPaymentHolds implements PaymentHolds {
  async holds(reader: Reader, instalmentIds: readonly string[], lang: Lang): Promise<PaymentHold[]> {
    const rows = await reader.rows<Instalment>(
      `select i.id as "instalmentId", c.application_id as "applicationId", c.competition_id as "competitionId", k.code
         from contracts.v_instalment i
         join contracts.v_contract c on c.id = i.contract_id
         join competitions.v_competition k on k.id = c.competition_id
        where i.id = any($1)
          and exists (select from rulings.ruling r where r.competition_id = c.competition_id and r.kind = 'stay')`,
      [instalmentIds],
    );
    const holds: PaymentHold[] = [];
    for (const id of new Set(rows.map(({ competitionId }) => competitionId))) {
      const stays = await standingStays(reader, id);
      for (const { instalmentId, applicationId, competitionId, code } of rows) {
        const stay = competitionId === id ? stayOver(stays, [applicationId]) : undefined;
        if (stay) holds.push({ instalmentId, reason: stayInWords(stay, lang), href: rulingPaths.published(code) });
      }
    }
    return holds;
  }
}
