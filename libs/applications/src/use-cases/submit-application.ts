import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { takeNumber } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { hasUnsentChanges, type ApplicationRow } from '../model/application.js';
import { applicationSubmitted } from '../model/application.facts.js';
import { applicationLifecycle } from '../model/application.lifecycle.js';
import { checksumOf } from '#libs/platform/canonical-json';
import { isEligible } from '../model/eligibility.js';
import { freezeProposal } from '../model/freeze-proposal.js';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import { problemsOf } from '../model/submission-check.js';
import { draftOf } from '../queries/draft-proposal.js';
import { eligibilityOf } from '../queries/eligibility.js';
import { lockForWriting, receptionOf } from './edit-part.js';
import { countAlone } from './start-application.js';

/** What the applicant gets: the register code and which version this is. */
export interface Receipt {
  submissionId: string;
  number: number;
  registerCode: string;
}

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
      const { application, competition } = await lockForWriting(tx, id);
      const earlier = await sameSubmission(tx, application);
      if (earlier) return earlier;
      applicationLifecycle.next(application.state, 'submit', receptionOf(tx, competition));
      if (application.version !== version) throw new Conflict('applications.changed-since-check');
      const settings = await competitionSettings(tx, competition.id);
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
  const organisation = await tx.one<FrozenProposal['organisation']>(
    'select name, edrpou from identity.v_organisation where id = $1',
    [application.organisationId],
  );
  return freezeProposal(draft, {
    ...{ language: tx.ctx.lang, form: settings.form, priorities: settings.priorities },
    ...{ budgetRules: settings.budgetRules, targetGroups: settings.targetGroups },
    competition: { code: settings.code!, title: settings.title },
    organisation: organisation!,
  });
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
    number,
    sha256,
    content,
    formVersion: settings.formVersion,
  });
  const registerCode = application.registerCode ?? (await nextRegisterCode(tx, settings));
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

async function insertSubmission(
  tx: Tx,
  { id: applicationId, priorityId }: ApplicationRow,
  {
    number,
    sha256,
    content,
    formVersion,
  }: { number: number; sha256: string; content: FrozenProposal; formVersion: number },
): Promise<string> {
  const id = newId();
  const { title, startOn, endOn, budget } = content;
  await tx.change(
    `insert into applications.submission
       (id, application_id, number, submitted_at, submitted_by, title, priority_id, start_on, end_on,
        requested_kop, own_kop, other_kop, total_kop, content, sha256, form_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[id, applicationId, number, tx.now, tx.actor.personId, title, priorityId, startOn, endOn],
      ...[budget.requestedKop, budget.ownKop, budget.otherKop ?? 0, budget.totalKop],
      ...[JSON.stringify(content), sha256, formVersion],
    ],
  );
  return id;
}

const CODE_DIGITS = 3;

/** «1.1-2021/007»: one series for a competition, taken last, so that it is locked for a moment only (rule 19). */
async function nextRegisterCode(tx: Tx, settings: CompetitionSettings): Promise<string> {
  const { id, organiserId, budgetYear, code } = settings;
  const number = await takeNumber(tx, { organiserId, series: `applications:${id}`, year: budgetYear ?? 0 });
  return `${code}/${String(number).padStart(CODE_DIGITS, '0')}`;
}
