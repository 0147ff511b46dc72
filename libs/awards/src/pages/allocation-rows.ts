import type { Lang } from '#libs/platform/access';
import { pointsText, type Recommendation } from '#libs/evaluation';
import type { RightOfOrganisation } from '#libs/identity';
import { reasonNow } from '../model/reason-in-words.js';
import type { AllocationRow } from '../model/allocation.js';

/** Rows as the table and the picture of the pot show them: scores in words, `startKop` = where the bar begins. */
export function allocationRows(
  rows: readonly AllocationRow[],
  rights: ReadonlyMap<string, RightOfOrganisation>,
  lang: Lang,
  recommendations: ReadonlyMap<string, Recommendation> = new Map(),
) {
  return rows.map((row) => ({
    ...row,
    recommended: recommendations.get(row.applicationId) ?? null,
    right: rights.get(row.organisationId),
    reason: reasonNow(row, lang),
    points: pointsText(row.score, lang),
    startKop: rows[0]!.restKop + rows[0]!.amountKop - row.restKop - row.amountKop,
  }));
}
