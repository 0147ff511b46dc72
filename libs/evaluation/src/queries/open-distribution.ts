import type { Reader } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';

/** The distribution that waits for approval, as the page showed it. @throws Conflict when there is none, or it has changed */
export async function openDistribution(
  reader: Reader,
  competitionId: string,
  version: number,
): Promise<{ id: string }> {
  const found = await reader.one<{ id: string; version: number }>(
    `select id, version from evaluation.distribution where competition_id = $1 and state = 'ready' for update`,
    [competitionId],
  );
  if (!found) throw new Conflict('evaluation.no-distribution');
  if (found.version !== version) throw new Conflict('evaluation.distribution-changed');
  return { id: found.id };
}
