import { Injectable } from '@nestjs/common';
import { removeDocument, StoreDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import { EXPENSE_FILE_KINDS, EXPENSE_FILE_MAX_MB, EXPENSES_MAX } from '../model/limits.js';
import type { Expense, ReportRow } from '../model/report.js';
import { openReport } from './edit-report.js';

export type NewExpense = Pick<
  Expense,
  'lineId' | 'paidOn' | 'payee' | 'purpose' | 'documentTitle' | 'fundedKop' | 'ownKop'
>;
export interface ExpenseFile {
  name: string;
  content: Buffer | AsyncIterable<Buffer>;
}

const MB = 1024 * 1024;

/** Enters an expense with its document, or mends one; expenses add up, so two people may enter them at once. */
@Injectable()
export class PutExpense {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
  ) {}

  /** rule 62: none without a document. */
  add(ctx: Context, reportId: string, expense: NewExpense, file: ExpenseFile | undefined): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const report = await openReport(tx, reportId);
      await demandExpense(tx, report, expense);
      await demandRoom(tx, reportId);
      if (!file) throw invalidField('file', 'monitoring.document-missing');
      const id = newId();
      await tx.change(
        `insert into monitoring.expense (id, report_id, line_id, paid_on, payee, purpose, document_title, funded_kop, own_kop, document_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, reportId, ...valuesOf(expense), await this.store(tx, reportId, file)],
      );
      return id;
    });
  }

  /** Without a file the document stays as it is. */
  change(ctx: Context, reportId: string, id: string, expense: NewExpense, file?: ExpenseFile): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await openReport(tx, reportId);
      await demandExpense(tx, report, expense);
      const before = await documentOf(tx, reportId, id);
      const after = file ? await this.store(tx, reportId, file) : before;
      await tx.change(
        `update monitoring.expense set line_id = $3, paid_on = $4, payee = $5, purpose = $6, document_title = $7,
                funded_kop = $8, own_kop = $9, document_id = $10, is_refused = null, refusal = null,
                checked_by = null, checked_at = null where id = $1 and report_id = $2`,
        [id, reportId, ...valuesOf(expense), after],
      );
      if (file) await forget(tx, reportId, before);
    });
  }

  remove(ctx: Context, reportId: string, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await openReport(tx, reportId);
      const documentId = await documentOf(tx, reportId, id);
      await tx.change('delete from monitoring.expense where id = $1', [id]);
      await forget(tx, reportId, documentId);
    });
  }

  private async store(tx: Tx, ownerId: string, { name, content }: ExpenseFile): Promise<string> {
    const stored = await this.documents.within(tx, {
      ...{ ownerKind: 'report', ownerId, name, content, field: 'file' },
      ...{ kinds: EXPENSE_FILE_KINDS, maxBytes: EXPENSE_FILE_MAX_MB * MB },
    });
    return stored.id;
  }
}

const valuesOf = (one: NewExpense): unknown[] => [
  ...[one.lineId, one.paidOn, one.payee, one.purpose, one.documentTitle, one.fundedKop, one.ownKop],
];

async function demandExpense(
  tx: Tx,
  report: ReportRow,
  { lineId, paidOn, fundedKop, ownKop }: NewExpense,
): Promise<void> {
  const line = await tx.one('select from contracts.v_budget_line where id = $1 and contract_id = $2', [
    ...[lineId, report.projectId],
  ]);
  if (!line) throw invalidField('lineId', 'monitoring.line-missing');
  if (fundedKop + ownKop === 0) throw invalidField('funded', 'monitoring.sum-missing');
  if (paidOn < report.startsOn || paidOn > kyivDay(tx.now)) throw invalidField('paidOn', 'monitoring.paid-outside');
}

async function demandRoom(tx: Tx, reportId: string): Promise<void> {
  const row = await tx.one<{ count: number }>(
    'select count(*)::int as count from monitoring.expense where report_id = $1',
    [reportId],
  );
  if (row!.count >= EXPENSES_MAX) throw invalidField('file', 'monitoring.too-many-expenses', { max: EXPENSES_MAX });
}

async function documentOf(tx: Tx, reportId: string, id: string): Promise<string> {
  const row = await tx.one<{ documentId: string }>(
    'select document_id as "documentId" from monitoring.expense where id = $1 and report_id = $2',
    [id, reportId],
  );
  if (!row) throw new NotFound();
  return row.documentId;
}

/** rule 69: a document that was submitted once stays. */
async function forget(tx: Tx, reportId: string, documentId: string): Promise<void> {
  const submitted = await tx.one(
    'select from monitoring.submission where report_id = $1 and content::text like $2 limit 1',
    [...[reportId, `%${documentId}%`]],
  );
  if (!submitted) await removeDocument(tx, documentId);
}
