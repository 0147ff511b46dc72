import type { Reader } from '#libs/platform/database';
import type { Problem } from '../model/problem.js';

/** What the form would have refused in the last version; only paper has such. */
export async function flawsOfSubmission(reader: Reader, applicationId: string): Promise<Problem[]> {
  const row = await reader.one<{ flaws: Problem[] }>(
    `select s.flaws from applications.application a
       join applications.submission s on s.application_id = a.id and s.number = a.submission_number
      where a.id = $1`,
    [applicationId],
  );
  return row?.flaws ?? [];
}
