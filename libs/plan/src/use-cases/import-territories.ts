import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { LIMITS } from '../model/limits.js';
import { territoriesImported } from '../model/plan.facts.js';
import { readTerritories } from '../model/read-territories.js';
import { readCells } from './read-cells.js';

export interface TerritoryFile {
  name: string;
  content: Buffer;
  /** Names the file where its codes are shown; an extract says that it is one. */
  title: string;
  isExtract: boolean;
}

/** Brings the official codifier. Units that it lacks stay: bodies may rest on them. */
@Injectable()
export class ImportTerritories {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many units the file has. @throws WrongTerritories by line */
  async execute(ctx: Context, { name, content, title, isExtract }: TerritoryFile): Promise<number> {
    if (ctx.actor.kind !== 'system') throw new Forbidden();
    const rows = readTerritories(await readCells({ name, content }, ['xlsx', 'csv']));
    if (rows.length > LIMITS.territories) throw new Conflict('plan.too-many-territories');
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.uow.run(ctx, async (tx) => {
      await tx.change(
        `insert into plan.territory (code, category, name, parent_code)
         select code, category, name, "parentCode" from jsonb_to_recordset($1::jsonb)
                as row (code text, category text, name text, "parentCode" text)
         on conflict (code) do update set category = excluded.category, name = excluded.name, parent_code = excluded.parent_code`,
        [JSON.stringify(rows)],
      );
      await tx.change(
        `insert into plan.territory_file (title, is_extract, sha256, rows, imported_at) values ($1, $2, $3, $4, $5)
         on conflict (only_row) do update set title = $1, is_extract = $2, sha256 = $3, rows = $4, imported_at = $5`,
        [title, isExtract, sha256, rows.length, tx.now],
      );
      tx.record(territoriesImported, {
        subjectId: newId(),
        particulars: { title, isExtract, sha256, rows: rows.length },
      });
    });
    return rows.length;
  }
}
