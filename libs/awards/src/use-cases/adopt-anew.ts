import { Injectable } from '@nestjs/common';
import { PotFollowers, type CompetitionRow } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { Implements } from '#libs/platform/ports';
import { allocationSetAside } from '../model/award.facts.js';

interface SetAside {
  applicationId: string;
  outcome: string;
  amountKop: string;
}

/**
 * A new pot makes the adopted allocation of an unsigned order void (rule 48): the commission decides anew, by new
 * minutes. The old decision stays in its signed minutes and in the fact.
 */
@Implements(PotFollowers)
@Injectable()
export class AdoptAnew implements PotFollowers {
  async follow(tx: Tx, { id, potKop }: CompetitionRow): Promise<void> {
    const lines = await tx.rows<SetAside>(
      `select application_id as "applicationId", outcome, amount_kop as "amountKop"
         from awards.allocation_line where competition_id = $1 order by place nulls last, application_id`,
      [id],
    );
    await tx.change('delete from awards.allocation_line where competition_id = $1', [id]);
    await tx.change('update awards.pot set pot_kop = $2, awarded_kop = 0 where competition_id = $1', [id, potKop]);
    if (lines.length === 0) return;
    tx.record(allocationSetAside, {
      subjectId: id,
      scopeId: id,
      particulars: { potKop, lines: lines.map((line) => ({ ...line, amountKop: toSafeInteger(line.amountKop) })) },
    });
  }
}
