import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { importPolicy } from '../access/import.policy.js';
import { planHash, totalsOf, type PlannedRow, type Totals } from '../model/plan-import.js';
import { planOfImport } from './plan-of-import.js';
import { importById, type ImportRow } from './read-import.js';

export interface ImportForPage {
  one: ImportRow;
  rows: PlannedRow[];
  totals: Totals;
  /** Of the plan that is shown; what is confirmed must be that very one. */
  hash: string;
  canImport: boolean;
  canUndo: boolean;
}

/** One import: as a preview, or as what came of it. */
@Injectable()
export class ImportForOfficer {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<ImportForPage> {
    const one = await importById(this.db, ctx.actor, id);
    const rows = await planOfImport(this.db, one);
    return {
      one,
      rows,
      totals: totalsOf(rows),
      hash: planHash(rows),
      canImport: one.state === 'preview' && importPolicy.import.allows(ctx.actor, one),
      canUndo: one.state === 'applied' && importPolicy.undo.allows(ctx.actor, one),
    };
  }
}
