import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { CONTRACT_STAFF, contractsPolicy } from '../access/contract.policy.js';
import { bareContractRows, contractRows, withSums, type ContractListRow } from './contract-rows.js';

/** What the contracts of a competition come to. */
export interface ContractTotals {
  granted: number;
  grantedKop: number;
  /** Awards without a contract, and contracts that not both sides have signed. */
  unsigned: number;
  undrafted: number;
  drafts: number;
  agreed: number;
  toForce: number;
  signed: number;
  signedKop: number;
  paidKop: number;
}

/** Contracts for the people of an authority: all of them, or those of one competition with what they come to. */
@Injectable()
export class ContractsOfAuthority {
  constructor(private readonly db: Database) {}

  async all(ctx: Context, asked: AskedList<ContractListRow>): Promise<Found<ContractListRow>> {
    const mine = scopesOf(ctx.actor, CONTRACT_STAFF);
    const where = '(k.organiser_id = any($1) or k.co_organiser_id = any($1)) and not k.is_rehearsal';
    const found = await asked.find(this.db, contractRows(where), [mine], bareContractRows(where));
    return { ...found, rows: found.rows.map(withSums) };
  }

  async ofCompetition(ctx: Context, competitionId: string, asked: AskedList<ContractListRow>) {
    const competition = await this.competition(ctx, competitionId);
    const found = await asked.find(this.db, contractRows('w.competition_id = $1'), [competitionId]);
    return {
      competition,
      totals: await this.totals(competitionId),
      found: { ...found, rows: found.rows.map(withSums) },
    };
  }

  /** @throws NotFound for whoever does not work for it */
  async competition(ctx: Context, competitionId: string): Promise<CompetitionRow> {
    const competition = await competitionById(this.db, competitionId);
    demand(contractsPolicy, 'see', ctx.actor, competition);
    return competition;
  }

  async totals(competitionId: string): Promise<ContractTotals> {
    const row = await this.db.one<Record<keyof ContractTotals, string>>(
      `select count(w.id)::int as granted, coalesce(sum(w.amount_kop), 0) as "grantedKop",
              (count(*) filter (where c.id is null or c.state in ('draft', 'offered', 'agreed')))::int as unsigned,
              (count(*) filter (where c.id is null))::int as undrafted,
              (count(*) filter (where c.state = 'draft'))::int as drafts,
              (count(*) filter (where c.state = 'agreed'))::int as agreed,
              (count(*) filter (where c.state = 'signed'))::int as "toForce",
              (count(*) filter (where c.signed_at is not null))::int as signed,
              coalesce(sum(c.sum_kop) filter (where c.signed_at is not null), 0) as "signedKop",
              coalesce(sum(c.paid_kop), 0) as "paidKop"
         from awards.v_award w left join contracts.contract c on c.award_id = w.id
        where w.competition_id = $1 and w.state = 'stands'`,
      [competitionId],
    );
    const numbers = Object.entries(row!).map(([key, value]) => [key, Number(value)]);
    return Object.fromEntries(numbers) as ContractTotals;
  }
}
