import { newId, type Tx } from '#libs/platform/database';
import type { ContractParts } from '../model/contract.js';
import type { NewContract } from '../model/draft.js';

/** Puts new drafts with all their parts: a statement for each table, however many contracts there are. */
export async function insertContracts(tx: Tx, contracts: readonly NewContract[]): Promise<void> {
  await tx.change(
    `insert into contracts.contract (id, award_id, application_id, competition_id, organiser_id, organisation_id,
            template_number, subject, sum_kop, starts_on, ends_on, place, kpkvk, kekv, created_at)
     select r.id, r."awardId", r."applicationId", r."competitionId", r."organiserId", r."organisationId",
            r."templateNumber", r.subject, r."sumKop", r."startsOn", r."endsOn", r.place, r.kpkvk, r.kekv, $2
       from jsonb_to_recordset($1) as r (id uuid, "awardId" uuid, "applicationId" uuid, "competitionId" uuid,
            "organiserId" uuid, "organisationId" uuid, "templateNumber" integer, subject text, "sumKop" bigint,
            "startsOn" date, "endsOn" date, place text, kpkvk text, kekv text)`,
    [JSON.stringify(contracts.map(({ parts: _, ...row }) => row)), tx.now],
  );
  await insertParts(tx, contracts);
}

/** Every part that the contracts have. */
export async function insertParts(tx: Tx, contracts: readonly { id: string; parts: ContractParts }[]): Promise<void> {
  const rowsOf = (key: keyof ContractParts): string =>
    JSON.stringify(
      contracts.flatMap(({ id: contractId, parts }) =>
        parts[key].map((part, index) => ({ ...part, id: newId(), contractId, position: index + 1 })),
      ),
    );
  await tx.change(
    `insert into contracts.stage (id, contract_id, position, month, title, place)
     select r.id, r."contractId", r.position, r.month, r.title, r.place
       from jsonb_to_recordset($1) as r (id uuid, "contractId" uuid, position integer, month text, title text, place text)`,
    [rowsOf('stages')],
  );
  await tx.change(
    `insert into contracts.indicator (id, contract_id, position, kind, title, unit, baseline, planned, source)
     select r.id, r."contractId", r.position, r.kind, r.title, r.unit, r.baseline, r.planned, r.source
       from jsonb_to_recordset($1) as r (id uuid, "contractId" uuid, position integer, kind text, title text, unit text,
            baseline text, planned text, source text)`,
    [rowsOf('indicators')],
  );
  await tx.change(
    `insert into contracts.budget_line (id, contract_id, position, category, title, first_kop, funded_kop, own_kop)
     select r.id, r."contractId", r.position, r.category, r.title, r."fundedKop", r."fundedKop", r."ownKop"
       from jsonb_to_recordset($1) as r (id uuid, "contractId" uuid, position integer, category text, title text,
            "fundedKop" bigint, "ownKop" bigint)`,
    [rowsOf('lines')],
  );
  await insertInstalments(tx, contracts);
}

export async function insertInstalments(
  tx: Tx,
  contracts: readonly { id: string; parts: Pick<ContractParts, 'instalments'> }[],
): Promise<void> {
  const rows = contracts.flatMap(({ id: contractId, parts }) =>
    parts.instalments.map((part, index) => ({ ...part, id: newId(), contractId, number: index + 1 })),
  );
  await tx.change(
    `insert into contracts.instalment (id, contract_id, number, amount_kop, due_on, waits_for_report)
     select r.id, r."contractId", r.number, r."amountKop", r."dueOn", r."waitsForReport"
       from jsonb_to_recordset($1) as r (id uuid, "contractId" uuid, number integer, "amountKop" bigint, "dueOn" date,
            "waitsForReport" boolean)`,
    [JSON.stringify(rows)],
  );
}
