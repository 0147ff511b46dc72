import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { competitionByCode } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList } from '#libs/platform/http';
import { PUBLIC_STATES } from '../model/contract.js';
import { contractRows, withSums, type ContractListRow } from './contract-rows.js';

/** Signed contracts for everybody: with whom, what for, how much, when; never an account, a signer or an address (rules 53, 55). */
@Injectable()
export class PublicContracts {
  constructor(private readonly db: Database) {}

  /** @throws NotFound before the order on the results */
  async execute(code: string, asked: AskedList<ContractListRow>) {
    const competition = await competitionByCode(this.db, code);
    if (competition.state !== 'decided') throw new NotFound();
    const found = await asked.find(this.db, contractRows('w.competition_id = $1 and c.state = any($2)'), [
      competition.id,
      PUBLIC_STATES,
    ]);
    const rows = found.rows.map((row) => ({ ...withSums(row), subject: withoutPersonalData(row.subject) }));
    return { competition, found: { ...found, rows } };
  }
}
