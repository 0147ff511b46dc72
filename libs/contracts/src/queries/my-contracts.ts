import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { contractRows, withSums, type ContractListRow } from './contract-rows.js';

/** The contracts of every organisation that the person acts for. */
@Injectable()
export class MyContracts {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, asked: AskedList<ContractListRow>): Promise<Found<ContractListRow>> {
    const found = await asked.find(this.db, contractRows(`c.organisation_id = any($1) and c.state <> 'dropped'`), [
      scopesOf(ctx.actor, ['applicant']),
    ]);
    return { ...found, rows: found.rows.map(withSums) };
  }
}
