import type { Reader } from '#libs/platform/database';
import type { ActKind, Ground } from '../model/act.js';

export interface ActRow {
  id: string;
  kind: ActKind;
  number: string;
  on: string;
  ground: Ground | null;
  note: string;
  paidKop: number | null;
  spentKop: number | null;
  returnKop: number | null;
  returnUntil: string | null;
}

/** The acts about one contract, the latest first. */
export async function actsOf(reader: Reader, contractId: string): Promise<ActRow[]> {
  const rows = await reader.rows<ActRow>(
    `select id, kind, number, act_on::text as "on", ground, note, paid_kop as "paidKop", spent_kop as "spentKop",
            return_kop as "returnKop", return_until::text as "returnUntil"
       from contracts.act where contract_id = $1 order by signed_at desc limit 100`,
    [contractId],
  );
  const kop = (value: number | null) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    ...row,
    ...{ paidKop: kop(row.paidKop), spentKop: kop(row.spentKop), returnKop: kop(row.returnKop) },
  }));
}
