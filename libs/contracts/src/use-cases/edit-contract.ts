import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, type FieldError } from '#libs/platform/errors';
import { contractPolicy } from '../access/contract.policy.js';
import type { ContractRow, Instalment } from '../model/contract.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { lockContract } from '../queries/read-contracts.js';
import { insertInstalments } from './insert-contracts.js';

export interface ContractTerms {
  subject: string;
  startsOn: string;
  endsOn: string;
  place: string;
  kpkvk: string;
  kekv: string;
  instalments: Instalment[];
  /** What each line of the budget gets, in their order. */
  fundedKop: number[];
}

/** The officer writes the terms of a draft; what a competition and its award fixed is not theirs to change. */
@Injectable()
export class EditContract {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, contractId: string, version: number, terms: ContractTerms): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, 'write', tx.actor, contract);
      contractLifecycle.next(contract.state, 'edit', {});
      const { budgetYear } = await competitionById(tx, contract.competitionId);
      const problems = problemsOf(contract, terms, budgetYear!);
      if (problems.length > 0) throw new InvalidInput(problems);
      await save(tx, contractId, version, terms);
      await tx.change('delete from contracts.instalment where contract_id = $1', [contractId]);
      await insertInstalments(tx, [{ id: contractId, parts: terms }]);
      await tx.change(
        `update contracts.budget_line l set funded_kop = r.kop, first_kop = r.kop
           from unnest($2::bigint[]) with ordinality as r (kop, position)
          where l.contract_id = $1 and l.position = r.position`,
        [contractId, terms.fundedKop],
      );
    });
  }
}

async function save(tx: Tx, contractId: string, version: number, terms: ContractTerms): Promise<void> {
  const changed = await tx.change(
    `update contracts.contract set subject = $3, starts_on = $4, ends_on = $5, place = $6, kpkvk = $7, kekv = $8,
            version = version + 1 where id = $1 and version = $2`,
    [contractId, version, terms.subject, terms.startsOn, terms.endsOn, terms.place, terms.kpkvk, terms.kekv],
  );
  if (changed !== 1) throw new Conflict('contracts.stale');
}

/** rule 25: inside the budget year; rule 59: the plan and the budget come to the sum. */
function problemsOf({ sumKop }: ContractRow, terms: ContractTerms, year: number): FieldError[] {
  const problems: FieldError[] = [];
  if (terms.startsOn > terms.endsOn) problems.push({ field: 'endsOn', code: 'contracts.ends-before-start' });
  if (terms.endsOn > `${year}-12-31` || terms.startsOn < `${year}-01-01`)
    problems.push({ field: 'endsOn', code: 'contracts.outside-year', data: { year } });
  terms.instalments.forEach(({ dueOn }, index) => {
    if (dueOn < `${year}-01-01` || dueOn > `${year}-12-31`)
      problems.push({ field: `instalments[${index}][dueOn]`, code: 'contracts.outside-year', data: { year } });
  });
  const planned = terms.instalments.reduce((sum, { amountKop }) => sum + amountKop, 0);
  if (planned !== sumKop) problems.push({ field: 'instalments[0][amount]', code: 'contracts.plan-unlike-sum' });
  const funded = terms.fundedKop.reduce((sum, kop) => sum + kop, 0);
  if (funded !== sumKop) problems.push({ field: 'lines[0][funded]', code: 'contracts.budget-unlike-sum' });
  return problems;
}
