import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { laterOf } from '../model/second-look.js';

/** The last second in which any sheet of a competition may be written: extra ones have days of their own (rule 40). */
export async function lastDay(
  reader: Reader,
  { id, scoringUntil }: Pick<CompetitionRow, 'id' | 'scoringUntil'>,
): Promise<Date | null> {
  const own = await reader.one<{ until: Date | null }>(
    `select max(a.write_until) as until from evaluation.assignment a
      where a.competition_id = $1 and a.ended_at is null
        and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')`,
    [id],
  );
  return laterOf(scoringUntil, own?.until ?? null);
}
