import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { DomainError } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import type { ContractState } from '../model/contract.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { subjectOf } from '../model/whole.js';
import { ContractsOfAuthority } from './contracts-of-authority.js';
import { signingHolds } from './signing-holds.js';
import { wholeContracts } from './read-contracts.js';

export const TOGETHER = { offer: 'draft', sign: 'agreed', 'put-in-force': 'signed' } as const;
export type TogetherAct = keyof typeof TOGETHER;

export interface Candidate {
  id: string;
  organisationName: string;
  subject: string;
  sumKop: number;
  number: string | null;
  /** The code of what is in the way. */
  problem: string | null;
}

/** The contracts of a competition that wait for one step, each with what is in its way. */
@Injectable()
export class ContractsTogether {
  constructor(
    private readonly db: Database,
    private readonly authority: ContractsOfAuthority,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, competitionId: string, act: TogetherAct) {
    const competition = await this.authority.competition(ctx, competitionId);
    const rows = await this.db.rows<{ id: string; organisationName: string }>(
      `select c.id, o.name as "organisationName"
         from contracts.contract c join identity.v_organisation o on o.id = c.organisation_id
        where c.competition_id = $1 and c.state = $2 order by o.name collate "uk-x-icu", c.id limit 1000`,
      [competitionId, TOGETHER[act] satisfies ContractState],
    );
    const names = new Map(rows.map(({ id, organisationName }) => [id, organisationName]));
    const whole = new Map((await wholeContracts(this.db, [...names.keys()])).map((one) => [one.contract.id, one]));
    const toSign = act === 'sign' ? [...whole.values()].map(({ contract }) => contract) : [];
    const held = await signingHolds(this.db, this.ports, ctx, toSign);
    const candidates = [...names].map(([id, organisationName]): Candidate => {
      const { contract, parts, awardKop } = whole.get(id)!;
      const { subject, sumKop, number } = contract;
      const isHeld = held.has(contract.applicationId) ? 'contracts.signing-held' : null;
      const problem =
        isHeld ?? refusal(() => contractLifecycle.next(contract.state, act, subjectOf(contract, parts, awardKop)));
      return { id, organisationName, subject, sumKop, number, problem };
    });
    return { competition, candidates };
  }
}

function refusal(step: () => unknown): string | null {
  try {
    step();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
