import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { FrozenProposal } from '../model/frozen-proposal.js';

/** A submitted proposal as it is read: frozen, with its register code and the checksum of the content. */
export interface ReadableApplication {
  id: string;
  competitionId: string;
  organisationId: string;
  state: string;
  registerCode: string;
  /** Number of the submission, its instant, and SHA-256 of the canonical JSON of `content`. */
  submission: { id: string; number: number; submittedAt: Date; sha256: string };
  content: FrozenProposal;
}

const READABLE = `
  select a.id, a.competition_id as "competitionId", a.organisation_id as "organisationId", a.state,
         a.register_code as "registerCode", s.content,
         json_build_object('id', s.id, 'number', s.number, 'submittedAt', s.submitted_at, 'sha256', s.sha256) as submission
    from applications.application a
    join applications.submission s on s.application_id = a.id`;

/**
 * The last submission, or an earlier one by its number. Nothing is checked here: who may read is the caller's question.
 * @throws NotFound when nothing was submitted
 */
export async function applicationForReading(
  reader: Reader,
  id: string,
  number: number | null = null,
): Promise<ReadableApplication> {
  const row = await reader.one<ReadableApplication>(
    `${READABLE} and s.number = coalesce($2, a.submission_number) where a.id = $1`,
    [id, number],
  );
  if (!row) throw new NotFound();
  return withInstant(row);
}

/** The last submissions of several proposals; those that sent nothing are left out. */
export async function applicationsForReading(reader: Reader, ids: readonly string[]): Promise<ReadableApplication[]> {
  const rows = await reader.rows<ReadableApplication>(
    `${READABLE} and s.number = a.submission_number where a.id = any($1) order by a.register_code`,
    [ids],
  );
  return rows.map(withInstant);
}

const withInstant = (row: ReadableApplication): ReadableApplication => ({
  ...row,
  submission: { ...row.submission, submittedAt: new Date(row.submission.submittedAt) },
});
