import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { isSame } from '#libs/platform/canonical-json';
import type { Indicator } from '../model/frozen-proposal.js';
import { indicatorsOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, type SavedPart } from './edit-part.js';

/** What will be measured (rule 26). */
@Injectable()
export class SaveIndicators {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, version: number, indicators: Indicator[]): Promise<SavedPart> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'indicators', version);
      if (isSame(await indicatorsOf(tx, id), indicators)) return { version };
      await replaceIndicators(tx, id, indicators);
      return endEdit(tx, application, 'indicators');
    });
  }
}

export async function replaceIndicators(tx: Tx, id: string, indicators: Indicator[]): Promise<void> {
  await tx.change('delete from applications.indicator where application_id = $1', [id]);
  await tx.change(
    `insert into applications.indicator (id, application_id, position, kind, title, unit, baseline, planned, source)
     select r.id, $1, r.position, r.kind, r.title, r.unit, r.baseline, r.planned, r.source
       from jsonb_to_recordset($2)
         as r(id uuid, position int, kind text, title text, unit text, baseline text, planned text, source text)`,
    [id, JSON.stringify(indicators.map((indicator, index) => ({ id: newId(), position: index + 1, ...indicator })))],
  );
}
