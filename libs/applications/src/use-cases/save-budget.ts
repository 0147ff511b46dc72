import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { sumsOf, withShares, type TypedMoney } from '../model/budget.js';
import { isSame } from '#libs/platform/canonical-json';
import type { BudgetLine } from '../model/frozen-proposal.js';
import { linesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, type SavedPart } from './edit-part.js';

export type TypedLine = TypedMoney &
  Pick<BudgetLine, 'category' | 'title' | 'unit'> &
  Partial<Pick<BudgetLine, 'group'>>;

/** The budget, line by line. A share left empty is filled from the other; what does not add up is kept and shown. */
@Injectable()
export class SaveBudget {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, version: number, typed: TypedLine[]): Promise<SavedPart> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'budget', version);
      const lines = typed.map((line) => withShares({ group: '', ...line }));
      if (isSame(await linesOf(tx, id), lines)) return { version };
      await replaceLines(tx, id, lines);
      const { requestedKop, ownKop, otherKop, totalKop } = sumsOf(lines);
      const shares = { requested_kop: requestedKop, own_kop: ownKop, other_kop: otherKop };
      return endEdit(tx, application, 'budget', { ...shares, total_kop: totalKop });
    });
  }
}

export async function replaceLines(tx: Tx, id: string, lines: BudgetLine[]): Promise<void> {
  await tx.change('delete from applications.budget_line where application_id = $1', [id]);
  await tx.change(
    `insert into applications.budget_line
       (id, application_id, position, group_key, category, title, unit, quantity, price_kop, months,
        funded_kop, own_kop, other_kop)
     select r.id, $1, r.position, r."group", r.category, r.title, r.unit, r.quantity, r."priceKop", r.months,
            r."fundedKop", r."ownKop", r."otherKop"
       from jsonb_to_recordset($2)
         as r(id uuid, position int, "group" text, category text, title text, unit text, quantity int,
              "priceKop" bigint, months int, "fundedKop" bigint, "ownKop" bigint, "otherKop" bigint)`,
    [id, JSON.stringify(lines.map((line, index) => ({ id: newId(), position: index + 1, ...line })))],
  );
}
