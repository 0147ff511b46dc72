import type { CompetitionSettings } from '#libs/competitions';
import { newId, type Tx } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';
import type { DraftProposal } from '../model/draft-proposal.js';
import { freezeProposal } from '../model/freeze-proposal.js';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import type { Problem } from '../model/problem.js';

/** What the applicant gets: the register code and which version this is. */
export interface Receipt {
  submissionId: string;
  number: number;
  registerCode: string;
}

/** The words of the draft, frozen in the language of the person who sends them. */
export async function frozenContent(
  tx: Tx,
  { organisationId }: ApplicationRow,
  settings: CompetitionSettings,
  draft: DraftProposal,
): Promise<FrozenProposal> {
  const organisation = await tx.one<FrozenProposal['organisation']>(
    'select name, edrpou from identity.v_organisation where id = $1',
    [organisationId],
  );
  return freezeProposal(draft, {
    ...{ language: tx.ctx.lang, form: settings.form, priorities: settings.priorities },
    ...{ budgetRules: settings.budgetRules, targetGroups: settings.targetGroups },
    competition: { code: settings.code!, title: settings.title },
    organisation: organisation!,
  });
}

export interface NewSubmission {
  number: number;
  sha256: string;
  content: FrozenProposal;
  formVersion: number;
  submittedAt: Date;
  submittedBy: string | null;
  /** What the form would have refused; only of paper (rule 37 decides about it). */
  flaws: readonly Problem[];
}

/** @returns its id */
export async function insertSubmission(
  tx: Tx,
  { id: applicationId, priorityId }: ApplicationRow,
  { number, sha256, content, formVersion, submittedAt, submittedBy, flaws }: NewSubmission,
): Promise<string> {
  const id = newId();
  const { title, startOn, endOn, budget } = content;
  await tx.change(
    `insert into applications.submission
       (id, application_id, number, submitted_at, submitted_by, title, priority_id, start_on, end_on,
        requested_kop, own_kop, other_kop, total_kop, content, sha256, form_version, flaws)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, applicationId, number, submittedAt, submittedBy, title, priorityId, startOn, endOn],
      ...[budget.requestedKop, budget.ownKop, budget.otherKop ?? 0, budget.totalKop],
      ...[JSON.stringify(content), sha256, formVersion, JSON.stringify(flaws)],
    ],
  );
  return id;
}
