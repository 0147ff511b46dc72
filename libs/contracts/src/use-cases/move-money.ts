import { constraintMeans, type Tx } from '#libs/platform/database';

// rule 60: the database has the last word.
constraintMeans('ck_allocation_not_exceeded', '', 'contracts.allocation-exceeded');
constraintMeans('ck_contract_payments', '', 'contracts.contract-exceeded');
constraintMeans('uq_payment_instalment', 'instalment', 'contracts.instalment-ordered');
constraintMeans('uq_payment_document', 'documentNumber', 'contracts.document-twice');

/**
 * Ordered money of a competition and of one of its contracts, in this order: two orders at once meet at the first row.
 * A negative sum gives back what was cancelled.
 */
export async function orderMoney(tx: Tx, competitionId: string, contractId: string, kop: number): Promise<void> {
  await tx.change('update contracts.allocation set ordered_kop = ordered_kop + $2 where competition_id = $1', [
    competitionId,
    kop,
  ]);
  await tx.change('update contracts.contract set ordered_kop = ordered_kop + $2 where id = $1', [contractId, kop]);
}

export const payMoney = (tx: Tx, contractId: string, kop: number): Promise<number> =>
  tx.change('update contracts.contract set paid_kop = paid_kop + $2 where id = $1', [contractId, kop]);
