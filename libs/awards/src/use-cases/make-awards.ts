import type { CompetitionRow } from '#libs/competitions';
import { newId, type Tx } from '#libs/platform/database';
import { awarded } from '../model/award.facts.js';
import type { OrderContent } from '../model/order-paper.js';
import { askedOf } from '../model/allocate.js';
import { potRulesOf } from '../queries/read-allocation.js';

/** The order makes awards: those of the whole request stand at once, smaller ones wait for consent (rule 49). */
export async function makeAwards(
  tx: Tx,
  competition: CompetitionRow,
  orderId: string,
  { funded, partial, consentDays }: Pick<OrderContent, 'funded' | 'partial' | 'consentDays'>,
): Promise<void> {
  const money = potRulesOf(competition);
  const rows = [...funded, ...partial];
  await tx.change(
    `insert into awards.award (id, competition_id, application_id, order_id, amount_kop, state, asked_kop, consent_days)
     select award.id, $1, award.application_id, $2, award.amount_kop,
            case when award.asked_kop is null then 'stands' else 'offered' end, award.asked_kop,
            case when award.asked_kop is not null then $6::int end
       from unnest($3::uuid[], $4::uuid[], $5::bigint[], $7::bigint[]) as award (id, application_id, amount_kop, asked_kop)`,
    [
      competition.id,
      orderId,
      rows.map(() => newId()),
      rows.map((row) => row.applicationId),
      rows.map((row) => row.adopted!.amountKop),
      consentDays,
      [...funded.map(() => null), ...partial.map((row) => askedOf(row, money))],
    ],
  );
  for (const row of rows) {
    const { place, adopted, applicationId } = row;
    const askedKop = partial.includes(row) ? askedOf(row, money) : undefined;
    tx.record(awarded, {
      subjectId: applicationId,
      scopeId: competition.id,
      particulars: { place, amountKop: adopted!.amountKop, ...(askedKop && { askedKop, consentDays }) },
    });
  }
}
