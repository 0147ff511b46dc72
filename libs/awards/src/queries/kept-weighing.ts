import type { Reader } from '#libs/platform/database';
import type { Silence, WeighedResult } from '../model/integrity/weigh-result.js';

/** What was found, and the chair's answer to it. */
export interface KeptWeighing {
  content: WeighedResult | Silence;
  weighedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

/** Null until the job has run. */
export async function keptWeighing(reader: Reader, competitionId: string): Promise<KeptWeighing | null> {
  const kept = await reader.one<KeptWeighing>(
    `select content, weighed_at as "weighedAt", answer, answered_at as "answeredAt"
       from awards.weighed_result where competition_id = $1`,
    [competitionId],
  );
  return kept ?? null;
}
