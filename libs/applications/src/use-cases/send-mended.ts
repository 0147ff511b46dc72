import type { CompetitionSettings } from '#libs/competitions';
import { checksumOf } from '#libs/platform/canonical-json';
import type { Tx } from '#libs/platform/database';
import { InvalidInput } from '#libs/platform/errors';
import { applicationSubmitted, proposalMended } from '../model/application.facts.js';
import type { ApplicationRow } from '../model/application.js';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import { mendedContent } from '../model/mended-content.js';
import type { Part } from '../model/parts.js';
import { problemsOf } from '../model/submission-check.js';
import { draftOf } from '../queries/draft-proposal.js';
import { frozenContent, insertSubmission, type Receipt } from './insert-submission.js';

/**
 * Sends what was mended (rule 38): the next version, while the proposal keeps its number and the instant at which it
 * was submitted in time. The earlier version stays. Mended once; then it waits for the one re-check.
 */
export async function sendMended(
  tx: Tx,
  application: ApplicationRow,
  settings: CompetitionSettings,
  parts: readonly Part[],
): Promise<Receipt> {
  const draft = await draftOf(tx, application);
  const problems = problemsOf(draft, settings);
  const left = problems.filter(({ part }) => parts.includes(part));
  if (left.length > 0)
    throw new InvalidInput([{ field: 'problems', code: 'applications.not-ready', data: { count: left.length } }]);
  const submitted = await lastSubmission(tx, application);
  const content = mendedContent(submitted.content, await frozenContent(tx, application, settings, draft), parts);
  const priorityId = parts.includes('about') ? application.priorityId : submitted.priorityId;
  const [number, sha256] = [application.submissionNumber! + 1, checksumOf(content)];
  const submissionId = await insertSubmission(
    tx,
    { ...application, priorityId },
    {
      ...{ number, sha256, content, formVersion: settings.formVersion, flaws: problems },
      ...{ submittedAt: tx.now, submittedBy: tx.actor.personId },
    },
  );
  await tx.change(
    'update applications.application set submission_number = $2, submitted_version = version where id = $1',
    [application.id, number],
  );
  await tx.change(
    `update applications.mending set state = 'sent', sent_by = $2, sent_at = $3, sent_number = $4 where application_id = $1`,
    [application.id, tx.actor.personId, tx.now, number],
  );
  const registerCode = application.registerCode!;
  const about = { subjectId: application.id, scopeId: application.competitionId };
  tx.record(applicationSubmitted, { ...about, particulars: { registerCode, number, sha256 } });
  tx.record(proposalMended, { ...about, particulars: { number, parts } });
  return { submissionId, number, registerCode };
}

/** What stands until now; somebody may have gone on writing after it, which was never sent. */
async function lastSubmission(tx: Tx, { id, submissionNumber }: ApplicationRow) {
  const row = await tx.one<{ content: FrozenProposal; priorityId: string | null }>(
    'select content, priority_id as "priorityId" from applications.submission where application_id = $1 and number = $2',
    [id, submissionNumber],
  );
  return row!;
}
