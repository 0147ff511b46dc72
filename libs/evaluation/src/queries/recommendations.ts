import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';

/** What the signed sheets of a proposal add to the points, without names. */
export interface Recommendation {
  applicationId: string;
  /** Sheets that advise an amount, and the median of the amounts in kopecks; null = none does. */
  count: number;
  medianKop: number | null;
  /** Why less than asked. */
  reasons: string[];
  /** Sheets whose author is not sure of the points. */
  unsureCount: number;
}

/** By proposal; those of which no signed sheet says anything are left out. */
export async function recommendationsOf(reader: Reader, competitionId: string): Promise<Map<string, Recommendation>> {
  const rows = await reader.rows<Recommendation>(
    `select application_id as "applicationId", count(recommended_kop)::int as count,
            round(percentile_cont(0.5) within group (order by recommended_kop))::bigint as "medianKop",
            coalesce(array_agg(recommended_reason order by recommended_reason) filter (where recommended_reason <> ''), '{}') as reasons,
            count(*) filter (where confidence = 'low')::int as "unsureCount"
       from evaluation.v_recommendation where competition_id = $1 group by application_id`,
    [competitionId],
  );
  const inKopecks = (value: unknown) => (value === null ? null : toSafeInteger(value as string));
  return new Map(rows.map((row) => [row.applicationId, { ...row, medianKop: inKopecks(row.medianKop) }]));
}
