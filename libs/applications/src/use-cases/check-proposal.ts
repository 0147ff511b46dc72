import { Injectable } from '@nestjs/common';
import { departmentAdmits } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, NotFound } from '#libs/platform/errors';
import { ADMISSION, MANUAL_CHECKS, type CheckAnswer, type ManualCheck, type VerdictDraft } from '../model/admission.js';
import { heldBy } from '../model/held-verdict.js';
import { needsVote } from '../model/needs-vote.js';
import { admissionPrepared } from '../model/application.facts.js';
import { verdictProblems } from '../model/verdict-problems.js';
import { admissionProposals, type AdmissionProposal } from '../queries/admission-proposals.js';
import { lockForAdmission } from './lock-admission.js';
import { lockApplication } from './lock-application.js';

export interface ProposalCheck extends VerdictDraft {
  answers: Record<ManualCheck, CheckAnswer>;
  /** Where the authority admits: the officer leaves it to the commission (rules 9, 10). */
  needsVote?: boolean;
  /** What the page showed: a later save by somebody else is not overwritten. */
  version: number;
}

/** The officer writes down what was checked by hand, and what will be proposed to the commission or the director (rule 37). */
@Injectable()
export class CheckProposal {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, applicationId: string, input: ProposalCheck): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForAdmission(tx, competitionId);
      const application = await lockApplication(tx, applicationId);
      if (application.competitionId !== competitionId || application.state === 'draft') throw new NotFound();
      if (application.state !== 'submitted') throw new Conflict('applications.not-now');
      const [proposal] = await admissionProposals(tx, competition, applicationId);
      refuseHeld(proposal!);
      if (proposal!.version !== input.version) throw new Conflict('applications.stale');
      if (input.verdict !== null) await demandMendingOver(tx, applicationId);
      const problems = verdictProblems(input, proposal!.checks);
      if (problems.length > 0) throw new InvalidInput(problems);
      await saveAnswers(tx, applicationId, input.answers);
      const isVoted = departmentAdmits(competition) && needsVote(input, proposal!.checks);
      await saveVerdict(tx, applicationId, { ...input, needsVote: isVoted });
      await tx.change(
        `update applications.application
            set part_versions = part_versions || jsonb_build_object('${ADMISSION}', $2::int) where id = $1`,
        [applicationId, input.version + 1],
      );
      const { answers, verdict, ground, reason } = input;
      tx.record(admissionPrepared, {
        subjectId: applicationId,
        scopeId: competitionId,
        particulars: { verdict, ground, ...(isVoted ? { needsVote: true } : {}) },
        // Notes are free words about an organisation and its people.
        personal: { answers, reason },
      });
    });
  }
}

/** rule 38: nothing is proposed about what is being mended or waits for its re-check. */
async function demandMendingOver(tx: Tx, applicationId: string): Promise<void> {
  const mending = await tx.one(
    `select from applications.mending where application_id = $1 and state in ('open', 'sent')`,
    [applicationId],
  );
  if (mending) throw new Conflict('applications.mending-unfinished');
}

/** Those who are about to decide see what was prepared: it does not change behind their backs. */
function refuseHeld(proposal: AdmissionProposal): void {
  const held = heldBy(proposal);
  if (held === 'order') throw new Conflict('applications.admission-with-director');
  if (held === 'session')
    throw new Conflict('applications.admission-session-unfinished', { number: proposal.lastVote!.number });
}

async function saveAnswers(tx: Tx, applicationId: string, answers: ProposalCheck['answers']): Promise<void> {
  const given = MANUAL_CHECKS.filter((item) => answers[item].passed !== null);
  await tx.change('delete from applications.admission_check where application_id = $1', [applicationId]);
  await tx.change(
    `insert into applications.admission_check (application_id, item, passed, note, checked_by, checked_at)
     select $1, item, passed, note, $2, $3 from unnest($4::text[], $5::boolean[], $6::text[]) as given (item, passed, note)`,
    [
      applicationId,
      tx.actor.personId,
      tx.now,
      given,
      given.map((item) => answers[item].passed),
      given.map((item) => answers[item].note),
    ],
  );
}

async function saveVerdict(
  tx: Tx,
  applicationId: string,
  { verdict, ground, reason, needsVote: isVoted }: VerdictDraft & { needsVote: boolean },
): Promise<void> {
  await tx.change('delete from applications.admission_draft where application_id = $1', [applicationId]);
  if (verdict === null) return;
  await tx.change(
    `insert into applications.admission_draft (application_id, verdict, ground, reason, needs_vote, prepared_by, prepared_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [applicationId, verdict, verdict === 'refuse' ? ground : '', reason, isVoted, tx.actor.personId, tx.now],
  );
}
