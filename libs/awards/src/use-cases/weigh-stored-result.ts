import { Injectable } from '@nestjs/common';
import { competitionSettings, lockCompetition } from '#libs/competitions';
import { proposalsWithSheets, ratingRules } from '#libs/evaluation';
import type { Tx } from '#libs/platform/database';
import { resultWeighed } from '../model/award.facts.js';
import { weighResult, type Silence, type WeighedResult } from '../model/integrity/weigh-result.js';
import { potRulesOf, readAllocation } from '../queries/read-allocation.js';

/** Weighs the computed rating and keeps what was found, so that the minutes and every page say the same. Safe to repeat. */
@Injectable()
export class WeighStoredResult {
  async within(tx: Tx, competitionId: string): Promise<WeighedResult | Silence> {
    await lockCompetition(tx, competitionId);
    const competition = await competitionSettings(tx, competitionId);
    const { rows } = await readAllocation(tx, competition);
    const content = weighResult({
      rules: await ratingRules(tx, competition),
      money: potRulesOf(competition),
      rated: rows,
      sheets: await proposalsWithSheets(tx, competitionId),
    });
    if (await this.keep(tx, competitionId, content))
      tx.record(resultWeighed, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: { ...summary(content) },
      });
    return content;
  }

  /** An answer given to other findings is no answer to these. */
  private async keep(tx: Tx, competitionId: string, content: WeighedResult | Silence): Promise<boolean> {
    const changed = await tx.change(
      `insert into awards.weighed_result as kept (competition_id, content, weighed_at) values ($1, $2, $3)
       on conflict (competition_id) do update
         set content = excluded.content, weighed_at = excluded.weighed_at, answer = null, answered_by = null, answered_at = null
       where kept.content <> excluded.content`,
      [competitionId, JSON.stringify(content), tx.now],
    );
    return changed > 0;
  }
}

const summary = (content: WeighedResult | Silence) =>
  typeof content === 'string'
    ? { silent: content }
    : { recalculated: content.recalculated, changes: content.changes.length };
