import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { importLifecycle } from '../model/import.lifecycle.js';
import { isAllRefused, planHash, totalsOf, type PlannedRow, type Totals } from '../model/plan-import.js';
import { registerImported } from '../model/registers.facts.js';
import { planOfImport } from '../queries/plan-of-import.js';
import type { ImportRow } from '../queries/read-import.js';
import { lockImport } from './lock-import.js';

/** What the preview has shown becomes true, all of it in one transaction with its fact. */
@Injectable()
export class ApplyImport {
  constructor(private readonly uow: UnitOfWork) {}

  /** `seen`: the hash of the preview that was confirmed. @throws Conflict when it would come out otherwise by now */
  execute(ctx: Context, id: string, seen: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const one = await lockImport(tx, id, 'import');
      const state = importLifecycle.next(one.state, 'apply', {});
      const rows = await planOfImport(tx, one);
      const totals = totalsOf(rows);
      if (planHash(rows) !== seen) throw new Conflict('registers.preview-changed');
      if (isAllRefused(totals)) throw new Conflict('registers.all-refused');
      await replaceEntries(tx, one, rows);
      await keepOutcomes(tx, id, rows);
      await tx.change(
        `update registers.import set state = $2, applied_by = $3, applied_at = $4,
                added = $5, changed = $6, same = $7, refused = $8 where id = $1`,
        [id, state, tx.actor.personId, tx.now, totals.new, totals.changed, totals.same, totals.refused],
      );
      tx.record(registerImported, { subjectId: id, scopeId: one.organiserId, particulars: said(one, totals) });
    });
  }
}

const said = ({ kind, sourceTitle, sourceOn, fileSha256 }: ImportRow, totals: Totals): Record<string, unknown> => ({
  ...{ kind, sourceTitle, sourceOn, fileSha256 },
  ...totals,
});

/** Nothing is overwritten: an entry that changes is replaced by a later one, and can stand again. */
async function replaceEntries(
  tx: Tx,
  { id, organiserId, kind }: ImportRow,
  rows: readonly PlannedRow[],
): Promise<void> {
  const brought = rows
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    .map(({ number, key, values, replacesId }) => ({
      ...{ id: newId(), organiser_id: organiserId, kind, key, import_id: id, row_number: number, replacesId },
      ...columnsOf(values),
    }));
  await tx.change(
    `update registers.entry e set replaced_by = row.id
       from jsonb_to_recordset($1::jsonb) as row (id uuid, "replacesId" uuid) where e.id = row."replacesId"`,
    [JSON.stringify(brought)],
  );
  await tx.change(
    'insert into registers.entry select * from jsonb_populate_recordset(null::registers.entry, $1::jsonb)',
    [JSON.stringify(brought)],
  );
}

const columnsOf = (values: PlannedRow['values']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`),
      value,
    ]),
  );

async function keepOutcomes(tx: Tx, id: string, rows: readonly PlannedRow[]): Promise<void> {
  const outcomes = rows.map(({ number, outcome, problems, warnings, changes }) => ({
    ...{ number, outcome, notes: { problems, warnings, changes } },
  }));
  await tx.change(
    `update registers.import_row r set outcome = row.outcome, notes = row.notes
       from jsonb_to_recordset($2::jsonb) as row (number integer, outcome text, notes jsonb)
      where r.import_id = $1 and r.number = row.number`,
    [id, JSON.stringify(outcomes)],
  );
}
