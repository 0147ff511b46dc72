import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Conflicts, queues, score sheets and the rating of a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalScoring implements RehearsalRemains {
  readonly floor = 6;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const sheets = await tx.rows<{ id: string }>('select id from evaluation.score_sheet where competition_id = $1', [
      competitionId,
    ]);
    const ids = sheets.map(({ id }) => id);
    for (const table of ['revised_score', 'revised_sheet', 'score'])
      await tx.change(`delete from evaluation.${table} where sheet_id = any($1)`, [ids]);
    const papers = await erasePapers(tx, competitionId);
    await eraseDistributions(tx, competitionId);
    await eraseDraws(tx, competitionId);
    await eraseDefence(tx, competitionId);
    await eraseCalibration(tx, competitionId);
    for (const table of [
      'sheet_annulment',
      'score_sheet',
      'second_look',
      'assignment',
      'rating_row',
      'expert_seat',
      'conflict_question',
      'conflict_declaration',
      'reminder',
      'ended_membership',
    ])
      await tx.change(`delete from evaluation.${table} where competition_id = $1`, [competitionId]);
    return [...ids, ...papers];
  }
}

async function eraseDraws(tx: Tx, competitionId: string): Promise<void> {
  await tx.change(
    'delete from evaluation.draw_party where draw_id in (select id from evaluation.draw where competition_id = $1)',
    [competitionId],
  );
  await tx.change('delete from evaluation.draw where competition_id = $1', [competitionId]);
}

async function eraseDefence(tx: Tx, competitionId: string): Promise<void> {
  await tx.change(
    `delete from evaluation.defence_presenter where application_id in
       (select application_id from evaluation.defence_slot where competition_id = $1)`,
    [competitionId],
  );
  for (const table of ['second_score', 'defence_slot', 'defence_day', 'defence'])
    await tx.change(`delete from evaluation.${table} where competition_id = $1`, [competitionId]);
}

/** Their scans go with their owners. */
async function erasePapers(tx: Tx, competitionId: string): Promise<string[]> {
  await tx.change(
    'delete from evaluation.paper_score where paper_id in (select id from evaluation.paper_sheet where competition_id = $1)',
    [competitionId],
  );
  const papers = await tx.rows<{ id: string }>(
    'delete from evaluation.paper_sheet where competition_id = $1 returning id',
    [competitionId],
  );
  return papers.map(({ id }) => id);
}

async function eraseCalibration(tx: Tx, competitionId: string): Promise<void> {
  await tx.change(
    `delete from evaluation.calibration_score where sample_id in
       (select id from evaluation.calibration_sample where competition_id = $1)`,
    [competitionId],
  );
  for (const table of ['calibration_sample', 'calibration', 'criterion_note'])
    await tx.change(`delete from evaluation.${table} where competition_id = $1`, [competitionId]);
}

async function eraseDistributions(tx: Tx, competitionId: string): Promise<void> {
  for (const table of ['distribution_pair', 'distribution_expert'])
    await tx.change(
      `delete from evaluation.${table} where distribution_id in
         (select id from evaluation.distribution where competition_id = $1)`,
      [competitionId],
    );
  await tx.change('delete from evaluation.distribution where competition_id = $1', [competitionId]);
}
