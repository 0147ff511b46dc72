import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { hasUnsentChanges, type ApplicationRow } from '../model/application.js';
import { applicationSubmitted } from '../model/application.facts.js';
import { applicationLifecycle } from '../model/application.lifecycle.js';
import { checksumOf } from '#libs/platform/canonical-json';
import { isEligible } from '../model/eligibility.js';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import { problemsOf } from '../model/submission-check.js';
import { draftOf } from '../queries/draft-proposal.js';
import { eligibilityOf } from '../queries/eligibility.js';
import { lockForWriting, writingOf } from './edit-part.js';
import { frozenContent, insertSubmission, type Receipt } from './insert-submission.js';
import { registerCodeOf } from './register-code.js';
import { sendMended } from './send-mended.js';
import { countAlone } from './start-application.js';

/**
 * Submits a proposal, or a new version of it. The instant of arrival decides (rule 16): the competition is shared, so
 * that the door and an officer's act meet in the database and not by luck. The receipt is made and mailed after the
 * commit, so that the last minute before closing is not spent on drawing PDFs.
 */
@Injectable()
export class SubmitApplication {
  constructor(private readonly uow: UnitOfWork) {}

  /** `version` is the one that was shown for checking. A second click answers with the receipt of the first. */
  execute(ctx: Context, id: string, version: number): Promise<Receipt> {
    return this.uow.run(ctx, async (tx) => {
      const { application, competition } = await lockForWriting(tx, id, 'send');
      const earlier = await sameSubmission(tx, application);
      if (earlier) return earlier;
      const writing = await writingOf(tx, application, competition);
      applicationLifecycle.next(application.state, 'submit', writing);
      if (application.version !== version) throw new Conflict('applications.changed-since-check');
      const settings = await competitionSettings(tx, competition.id);
      if (writing.mending) return sendMended(tx, application, settings, writing.mending.parts);
      await demandEligible(tx, application, settings);
      return receive(tx, application, settings, await contentOf(tx, application, settings));
    });
  }
}

async function sameSubmission(tx: Tx, application: ApplicationRow): Promise<Receipt | null> {
  if (application.state !== 'submitted' || hasUnsentChanges(application)) return null;
  const submission = await tx.one<{ id: string; number: number }>(
    'select id, number from applications.submission where application_id = $1 and number = $2',
    [application.id, application.submissionNumber],
  );
  if (!submission) return null;
  return { submissionId: submission.id, number: submission.number, registerCode: application.registerCode! };
}

async function demandEligible(tx: Tx, application: ApplicationRow, settings: CompetitionSettings): Promise<void> {
  await countAlone(tx, application.competitionId, application.organisationId);
  const { requirements } = await eligibilityOf(tx, settings, application.organisationId, application.id);
  if (!isEligible(requirements)) throw new Conflict('applications.not-eligible');
}

async function contentOf(tx: Tx, application: ApplicationRow, settings: CompetitionSettings): Promise<FrozenProposal> {
  const draft = await draftOf(tx, application);
  const problems = problemsOf(draft, settings);
  if (problems.length > 0)
    throw new InvalidInput([{ field: 'problems', code: 'applications.not-ready', data: { count: problems.length } }]);
  return frozenContent(tx, application, settings, draft);
}

async function receive(
  tx: Tx,
  application: ApplicationRow,
  settings: CompetitionSettings,
  content: FrozenProposal,
): Promise<Receipt> {
  const number = (application.submissionNumber ?? 0) + 1;
  const sha256 = checksumOf(content);
  const submissionId = await insertSubmission(tx, application, {
    ...{ number, sha256, content, formVersion: settings.formVersion, flaws: [] },
    ...{ submittedAt: tx.now, submittedBy: tx.actor.personId },
  });
  const registerCode = application.registerCode ?? (await registerCodeOf(tx, settings));
  await tx.change(
    `update applications.application
        set state = 'submitted', register_code = $2, submitted_at = $3, submission_number = $4, submitted_version = version,
            form_version = $5
      where id = $1`,
    [application.id, registerCode, tx.now, number, settings.formVersion],
  );
  tx.record(applicationSubmitted, {
    subjectId: application.id,
    scopeId: application.competitionId,
    particulars: { registerCode, number, sha256 },
  });
  return { submissionId, number, registerCode };
}
