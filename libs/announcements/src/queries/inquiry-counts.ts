import type { Reader } from '#libs/platform/database';

export interface InquiryCounts {
  waiting: number;
  answered: number;
  /** Of the newest answer. */
  lastAt: Date | null;
}

export async function inquiryCounts(reader: Reader, competitionId: string): Promise<InquiryCounts> {
  const row = await reader.one<InquiryCounts>(
    `select count(*) filter (where state = 'asked')::int as waiting,
            count(*) filter (where state = 'answered')::int as answered,
            max(closed_at) filter (where state = 'answered') as "lastAt"
       from announcements.inquiry where competition_id = $1`,
    [competitionId],
  );
  return row!;
}
