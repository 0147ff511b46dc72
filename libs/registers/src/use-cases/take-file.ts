import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { competitionById, competitionPolicy } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { InvalidInput, invalidField, TooMany, type FieldError } from '#libs/platform/errors';
import { importPolicy } from '../access/import.policy.js';
import { LIMITS } from '../model/limits.js';
import { rowsOf, type FileRow } from '../model/read-rows.js';
import type { RegisterKind } from '../model/register.js';
import { REGISTERS } from '../model/registers/index.js';
import { fileFault } from '../model/table/file-fault.js';
import { readTable, type TableFile } from '../model/table/read-table.js';
import type { Source } from '../queries/read-import.js';
import { fieldWords, headingsOf } from '../queries/register-words.js';

export interface NewImport extends Source {
  organiserId: string;
  kind: RegisterKind;
  coversFrom: string | null;
  coversUntil: string | null;
  /** Whose results they are; only for that register. */
  competitionId?: string | null;
  file: TableFile;
}

/** Reads a file and keeps its rows as a preview; nothing stands in a register yet. */
@Injectable()
export class TakeFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
  ) {}

  /** @returns the id of the import. @throws InvalidInput at the field that is wrong, TooMany while many previews wait */
  async execute(ctx: Context, input: NewImport): Promise<string> {
    demand(importPolicy, 'import', ctx.actor, input);
    const problems = sourceProblems(input, kyivDay(ctx.now));
    if (problems.length > 0) throw new InvalidInput(problems);
    if (REGISTERS[input.kind].isOfCompetition) await this.demandOwnCompetition(ctx, input);
    // Read before the transaction: nothing is locked while a file is looked at.
    const register = REGISTERS[input.kind];
    const read = rowsOf(register, headingsOf(register), await readTable(input.file));
    if ('code' in read) throw fileFault(read.code, inWords(ctx, input.kind, read.data));
    return this.uow.run(ctx, async (tx) => {
      await refuseFlood(tx, input.organiserId);
      const id = newId();
      await insertImport(tx, id, input, read.columns);
      await insertRows(tx, id, read.rows);
      return id;
    });
  }

  private async demandOwnCompetition(ctx: Context, { competitionId, organiserId }: NewImport): Promise<void> {
    if (!competitionId) throw invalidField('competitionId', 'platform.choose');
    const competition = await competitionById(this.db, competitionId);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    const isOwn = competition.organiserId === organiserId && competition.state !== 'draft' && !competition.isRehearsal;
    if (!isOwn) throw invalidField('competitionId', 'registers.competition-of-other');
  }
}

function sourceProblems(input: NewImport, today: string): FieldError[] {
  const { sourceOn, coversFrom: from, coversUntil: until } = input;
  const checks: [boolean, string, string][] = [
    [sourceOn > today, 'sourceOn', 'registers.source-in-future'],
    [from === null && until !== null, 'coversFrom', 'registers.period-both'],
    [from !== null && until === null, 'coversUntil', 'registers.period-both'],
    [from !== null && until !== null && from > until, 'coversUntil', 'registers.period-turned'],
    [until !== null && until > sourceOn, 'coversUntil', 'registers.period-after-source'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

function inWords(ctx: Context, kind: RegisterKind, data: Record<string, unknown> = {}): Record<string, unknown> {
  const fields = (data.fields ?? []) as Parameters<typeof fieldWords>[2][];
  return { ...data, columns: fields.map((field) => `«${fieldWords(ctx.lang, kind, field)}»`).join(', ') };
}

async function refuseFlood(tx: Tx, organiserId: string): Promise<void> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::int as count from registers.import where organiser_id = $1 and state = 'preview'`,
    [organiserId],
  );
  if (row!.count >= LIMITS.previews) throw new TooMany('registers.too-many-previews');
}

async function insertImport(tx: Tx, id: string, input: NewImport, columns: object): Promise<void> {
  const { organiserId, kind, file, sourceTitle, sourceOn, sourceBy, sourceLink, coversFrom, coversUntil } = input;
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await tx.change(
    `insert into registers.import (id, organiser_id, kind, file_name, file_sha256, columns, source_title, source_on,
                                   source_by, source_link, covers_from, covers_until, uploaded_by, uploaded_at,
                                   competition_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, organiserId, kind, file.name, sha256, JSON.stringify(columns)],
      ...[sourceTitle, sourceOn, sourceBy, sourceLink, coversFrom, coversUntil, tx.actor.personId, tx.now],
      REGISTERS[kind].isOfCompetition ? input.competitionId : null,
    ],
  );
}

async function insertRows(tx: Tx, id: string, rows: readonly FileRow[]): Promise<void> {
  await tx.change(
    `insert into registers.import_row (import_id, number, cells)
     select $1, number, cells from jsonb_to_recordset($2::jsonb) as row (number integer, cells jsonb)`,
    [id, JSON.stringify(rows)],
  );
}
