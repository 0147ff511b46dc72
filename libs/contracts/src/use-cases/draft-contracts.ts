import { Injectable } from '@nestjs/common';
import { applicationsForReading, type BudgetLine, type ReadableApplication } from '#libs/applications';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { contractsPolicy } from '../access/contract.policy.js';
import { contractDrafted } from '../model/contract.facts.js';
import { draftFrom, type DraftTerms, type NewContract } from '../model/draft.js';
import { contractPaths } from '../paths.js';
import { latestTemplate } from '../queries/find-template.js';
import { insertContracts } from './insert-contracts.js';

interface StandingAward {
  id: string;
  applicationId: string;
  amountKop: string;
  /** Of a partial award: the budget that it was agreed with (rule 49). */
  lines: BudgetLine[] | null;
}

/** Drafts a contract for every award of a competition that has none, and asks the winners for what a contract needs. */
@Injectable()
export class DraftContracts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @returns ids of the new contracts */
  execute(ctx: Context, competitionId: string, terms: DraftTerms): Promise<string[]> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(contractsPolicy, 'write', tx.actor, competition);
      await holdAllocation(tx, competition);
      const awards = await awardsWithoutContract(tx, competitionId);
      if (awards.length === 0) throw new Conflict('contracts.nothing-to-draft');
      const contracts = await this.drafts(tx, competition, awards, terms);
      await insertContracts(tx, contracts);
      for (const contract of contracts) await this.tell(tx, competition, contract);
      return contracts.map(({ id }) => id);
    });
  }

  private async drafts(
    tx: Tx,
    competition: CompetitionRow,
    awards: readonly StandingAward[],
    terms: DraftTerms,
  ): Promise<NewContract[]> {
    const { number: templateNumber } = await latestTemplate(tx, competition.organiserId);
    const byApplication = new Map(awards.map((award) => [award.applicationId, award]));
    const proposals = await applicationsForReading(tx, [...byApplication.keys()]);
    return proposals.map((proposal) => {
      const award = byApplication.get(proposal.id)!;
      const { organiserId } = competition;
      return draftFrom(
        { id: newId(), awardId: award.id, organiserId, templateNumber, sumKop: Number(award.amountKop) },
        award.lines ? withLines(proposal, award.lines) : proposal,
        terms,
      );
    });
  }

  private async tell(tx: Tx, competition: CompetitionRow, contract: NewContract): Promise<void> {
    const { id, organisationId, subject, sumKop } = contract;
    tx.record(contractDrafted, { subjectId: id, scopeId: competition.id, particulars: { sumKop } });
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'duty', organiserId: competition.organiserId, template: 'contracts.details' },
        data: { title: subject, competition: (to.language === 'en' && competition.titleEn) || competition.title },
        path: contractPaths.details(id),
      });
  }
}

/** The row where all payments of the competition meet (rule 60); whoever drafts first makes it. */
async function holdAllocation(tx: Tx, { id, budgetYear, potKop }: CompetitionRow): Promise<void> {
  await tx.change(
    `insert into contracts.allocation (competition_id, year, allocated_kop) values ($1, $2, $3)
     on conflict (competition_id) do nothing`,
    [id, budgetYear, potKop],
  );
  await tx.one('select from contracts.allocation where competition_id = $1 for update', [id]);
}

function awardsWithoutContract(tx: Tx, competitionId: string): Promise<StandingAward[]> {
  return tx.rows(
    `select w.id, w.application_id as "applicationId", w.amount_kop as "amountKop", b.lines
       from awards.v_award w left join awards.v_corrected_budget b on b.award_id = w.id
      where w.competition_id = $1 and w.state = 'stands' and not exists (select from contracts.contract c where c.award_id = w.id)`,
    [competitionId],
  );
}

const withLines = (proposal: ReadableApplication, lines: BudgetLine[]): ReadableApplication => ({
  ...proposal,
  content: { ...proposal.content, budget: { ...proposal.content.budget, lines } },
});
