import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import {
  CONTRACT_COLUMNS,
  readContract,
  type ContractParts,
  type ContractRow,
  type StoredContract,
} from '../model/contract.js';

/** A contract with its parts and with what the award says today: null when it does not stand. */
export interface WholeContract {
  contract: ContractRow;
  parts: ContractParts;
  awardKop: number | null;
  agreedBy: string;
}

type Stored = StoredContract & { parts: ContractParts; awardKop: string | null; agreedBy: string | null };

const PARTS = `
  json_build_object(
    'stages', (select coalesce(json_agg(json_build_object('month', s.month, 'title', s.title, 'place', s.place) order by s.position), '[]')
                 from contracts.stage s where s.contract_id = c.id),
    'indicators', (select coalesce(json_agg(json_build_object('kind', i.kind, 'title', i.title, 'unit', i.unit, 'baseline', i.baseline,
                     'planned', i.planned, 'source', i.source) order by i.position), '[]')
                     from contracts.indicator i where i.contract_id = c.id),
    'lines', (select coalesce(json_agg(json_build_object('category', l.category, 'title', l.title, 'fundedKop', l.funded_kop,
                'ownKop', l.own_kop) order by l.position), '[]') from contracts.budget_line l where l.contract_id = c.id),
    'instalments', (select coalesce(json_agg(json_build_object('amountKop', p.amount_kop, 'dueOn', p.due_on,
                      'waitsForReport', p.waits_for_report) order by p.number), '[]')
                      from contracts.instalment p where p.contract_id = c.id)) as parts`;

const SELECT = `
  select ${CONTRACT_COLUMNS}, ${PARTS}, w.amount_kop as "awardKop", p.full_name as "agreedBy"
    from contracts.contract c
    left join awards.v_award w on w.id = c.award_id and w.state = 'stands'
    left join identity.v_person p on p.id = c.agreed_by`;

const read = ({ parts, awardKop, agreedBy, ...contract }: Stored): WholeContract => ({
  ...{ contract: readContract(contract), parts, agreedBy: agreedBy ?? '' },
  awardKop: awardKop === null ? null : Number(awardKop),
});

export async function wholeContract(reader: Reader, id: string): Promise<WholeContract> {
  const row = await reader.one<Stored>(`${SELECT} where c.id = $1`, [id]);
  if (!row) throw new NotFound();
  return read(row);
}

/** In the order of the rating of their proposals' numbers. */
export async function wholeContracts(reader: Reader, ids: readonly string[]): Promise<WholeContract[]> {
  return (await reader.rows<Stored>(`${SELECT} where c.id = any($1) order by c.id`, [ids])).map(read);
}

/** For the use case that changes it. @throws NotFound. Who may see it is the caller's policy. */
export async function lockContract(tx: Tx, id: string): Promise<ContractRow> {
  const row = await tx.one<StoredContract>(
    `select ${CONTRACT_COLUMNS} from contracts.contract c where c.id = $1 for no key update`,
    [id],
  );
  if (!row) throw new NotFound();
  return readContract(row);
}

/** Several of one competition at once, always in the same order. */
export async function lockContracts(tx: Tx, competitionId: string, ids: readonly string[]): Promise<ContractRow[]> {
  const rows = await tx.rows<StoredContract>(
    `select ${CONTRACT_COLUMNS} from contracts.contract c
      where c.competition_id = $1 and c.id = any($2) order by c.id for no key update`,
    [competitionId, ids],
  );
  return rows.map(readContract);
}
