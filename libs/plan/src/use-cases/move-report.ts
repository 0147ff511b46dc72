import { Injectable } from '@nestjs/common';
import { signingDirector } from '#libs/identity';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Conflict, Forbidden, NotFound } from '#libs/platform/errors';
import { reportLifecycle } from '../model/report.lifecycle.js';
import { reportChecked, reportCorrected, reportReturned, reportSigned } from '../model/plan.facts.js';
import { handedOver, type ReportSnapshot } from '../model/report.js';
import { WholeReport } from '../queries/whole-report.js';
import { lockForReport, lockReport } from './lock-report.js';

/** A report goes from the officer to a second person and to the director, who signs it; then it is frozen. */
@Injectable()
export class MoveReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly whole: WholeReport,
  ) {}

  /** From now on its words and figures stay as they are, whatever is confirmed or answered meanwhile. */
  handOver(ctx: Context, planId: string, quarter: Quarter, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockForReport(tx, planId, 'write');
      const report = await lockReport(tx, planId, quarter, version);
      const state = reportLifecycle.next(report.state, 'hand-over', {});
      const content = handedOver(await this.whole.content(tx, plan, report, tx.now));
      await tx.change(
        `update plan.report set state = $2, content = $3, drafted_by = $4, return_note = null, version = version + 1
          where id = $1`,
        [report.id, state, JSON.stringify(content), tx.actor.personId],
      );
    });
  }

  /** By somebody else than who handed it over. */
  check(ctx: Context, planId: string, quarter: Quarter, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockForReport(tx, planId, 'check');
      const report = await lockReport(tx, planId, quarter, version);
      const state = reportLifecycle.next(report.state, 'check', { isOwn: report.draftedBy === tx.actor.personId });
      await tx.change(
        'update plan.report set state = $2, checked_by = $3, checked_at = $4, version = version + 1 where id = $1',
        [report.id, state, tx.actor.personId, tx.now],
      );
      tx.record(reportChecked, { subjectId: report.id, scopeId: planId, particulars: { quarter } });
    });
  }

  giveBack(ctx: Context, planId: string, quarter: Quarter, version: number, note: string | null): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockForReport(tx, planId, 'check');
      const report = await lockReport(tx, planId, quarter, version);
      const state = reportLifecycle.next(report.state, 'give-back', { note });
      await tx.change(
        `update plan.report set state = $2, return_note = $3, content = null, checked_by = null, checked_at = null,
                version = version + 1 where id = $1`,
        [report.id, state, note],
      );
      tx.record(reportReturned, { subjectId: report.id, scopeId: planId, particulars: { quarter, note } });
    });
  }

  sign(ctx: Context, planId: string, quarter: Quarter, version: number, number: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockForReport(tx, planId, 'sign');
      const report = await lockReport(tx, planId, quarter, version);
      const state = reportLifecycle.next(report.state, 'sign', {});
      const signer = await signingDirector(tx, plan.organiserId);
      if (!signer) throw new Forbidden('plan.director-only');
      const snapshot: ReportSnapshot = {
        ...report.content!,
        ...{
          reportNumber: number,
          signedOn: kyivDay(tx.now),
          signerName: signer.name,
          signerPosition: signer.position,
        },
      };
      const sha256 = checksumOf(snapshot);
      await tx.change(
        `update plan.report set state = $2, number = $3, signed_by = $4, signed_at = $5, snapshot = $6, sha256 = $7,
                content = null, version = version + 1 where id = $1`,
        [report.id, state, number, tx.actor.personId, tx.now, JSON.stringify(snapshot), sha256],
      );
      tx.record(reportSigned, { subjectId: report.id, scopeId: planId, particulars: { quarter, number, sha256 } });
    });
  }

  /** Beside what was signed, by number: the report itself stays as it was. */
  correct(ctx: Context, planId: string, quarter: Quarter, correction: NewCorrection): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      await lockForReport(tx, planId, 'write');
      const report = await lockReport(tx, planId, quarter, null);
      if (report.state !== 'signed') throw new Conflict('plan.not-signed');
      const { measureNumber, was, became, reason } = correction;
      const lines = report.snapshot!.directions.flatMap((direction) => direction.lines);
      if (!lines.some((line) => line.number === measureNumber)) throw new NotFound();
      const row = await tx.one<{ number: number }>(
        `insert into plan.report_correction (id, report_id, number, measure_number, was, became, reason, made_by, made_at)
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from plan.report_correction where report_id = $2
         returning number`,
        [newId(), report.id, measureNumber, was, became, reason, tx.actor.personId, tx.now],
      );
      tx.record(reportCorrected, {
        subjectId: report.id,
        scopeId: planId,
        particulars: { quarter, number: row!.number, ...correction },
      });
      return row!.number;
    });
  }
}

export interface NewCorrection {
  measureNumber: string;
  was: string;
  became: string;
  reason: string;
}
