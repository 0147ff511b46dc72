import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { contractPolicy } from '../access/contract.policy.js';
import type { ChangePart } from '../model/change.js';
import { wholeContract } from './read-contracts.js';

export interface ChangeRow {
  id: string;
  contractId: string;
  number: number;
  state: 'asked' | 'decided' | 'withdrawn';
  askedAt: Date;
  askedBy: string;
  decidedAt: Date | null;
  parts: ChangePart[];
  amendment: { id: string; kind: 'amendment' | 'notice'; number: number } | null;
}

const SELECT = `
  select r.id, r.contract_id as "contractId", r.number, r.state, r.asked_at as "askedAt", v.full_name as "askedBy",
         r.decided_at as "decidedAt",
         (select json_agg(json_build_object('kind', p.kind, 'reason', p.reason, 'before', p.before, 'after', p.after,
                   'isAccepted', p.is_accepted, 'decisionReason', p.decision_reason) order by p.kind)
            from contracts.change_part p where p.request_id = r.id) as parts,
         (select json_build_object('id', a.id, 'kind', a.kind, 'number', a.number)
            from contracts.amendment a where a.request_id = r.id) as amendment
    from contracts.change_request r
    join identity.v_person v on v.id = r.asked_by`;
const CHANGES_MAX = 100;

export async function readChange(reader: Reader, id: string): Promise<ChangeRow> {
  const found = await reader.one<ChangeRow>(`${SELECT} where r.id = $1`, [id]);
  if (!found) throw new NotFound();
  return found;
}

export const changesOf = (reader: Reader, contractId: string): Promise<ChangeRow[]> =>
  reader.rows(`${SELECT} where r.contract_id = $1 order by r.number desc limit ${CHANGES_MAX}`, [contractId]);

/** A request to change a contract, for its two sides. */
@Injectable()
export class ChangeForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string) {
    const change = await readChange(this.db, id);
    const whole = await wholeContract(this.db, change.contractId);
    const { coOrganiserId } = await competitionById(this.db, whole.contract.competitionId);
    demand(contractPolicy, 'see', ctx.actor, { ...whole.contract, coOrganiserId });
    return {
      ...{ change, ...whole },
      mayDecide: change.state === 'asked' && contractPolicy.sign.allows(ctx.actor, whole.contract),
      mayWithdraw: change.state === 'asked' && contractPolicy.answer.allows(ctx.actor, whole.contract),
    };
  }
}
