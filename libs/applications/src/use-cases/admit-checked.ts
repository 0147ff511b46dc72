import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Reader } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { isClean } from '../model/verdict-problems.js';
import { admissionPreparedTogether } from '../model/application.facts.js';
import { admissionProposals, answersOf, type AdmissionProposal } from '../queries/admission-proposals.js';
import { lockForAdmission } from './lock-admission.js';

/** Drafts «admit» at once for every proposal that was looked at and in which nothing failed. */
@Injectable()
export class AdmitChecked {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
  ) {}

  /** Whom it would concern. */
  async preview(
    ctx: Context,
    competitionId: string,
  ): Promise<{ competition: CompetitionRow; proposals: AdmissionProposal[] }> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'prepare', ctx.actor, competition);
    return { competition, proposals: await cleanProposals(this.db, competition) };
  }

  /** @throws Conflict when there are not as many as the person has seen */
  execute(ctx: Context, competitionId: string, count: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForAdmission(tx, competitionId);
      const ids = (await cleanProposals(tx, competition)).map(({ id }) => id);
      if (ids.length !== count) throw new Conflict('applications.admission-list-changed', { count: ids.length });
      await tx.change(
        `insert into applications.admission_draft (application_id, verdict, prepared_by, prepared_at)
         select id, 'admit', $2, $3 from unnest($1::uuid[]) as id`,
        [ids, tx.actor.personId, tx.now],
      );
      tx.record(admissionPreparedTogether, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: { verdict: 'admit', applicationIds: ids },
      });
    });
  }
}

async function cleanProposals(reader: Reader, competition: CompetitionRow): Promise<AdmissionProposal[]> {
  const proposals = (await admissionProposals(reader, competition)).filter(
    ({ state, verdict, isBeingMended }) => state === 'submitted' && verdict === null && !isBeingMended,
  );
  // What the commission has voted down needs a person who thinks again.
  return proposals.filter(
    (proposal) => proposal.lastVote?.result !== 'rejected' && isClean(answersOf(proposal), proposal.checks),
  );
}
