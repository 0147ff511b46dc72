import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { contractPolicy } from '../access/contract.policy.js';
import { paymentPolicy } from '../access/payment.policy.js';
import type { PaymentRow } from '../model/payment.js';
import { contractLifecycle, type ContractAction } from '../model/contract.lifecycle.js';
import type { ContractContent } from '../model/template/contract-content.js';
import { subjectOf } from '../model/whole.js';
import { actsOf, type ActRow } from './acts.js';
import { changesOf, type ChangeRow } from './changes.js';
import { contentsOf } from './contract-content.js';
import type { ContractHold } from '../ports/contract-holds.port.js';
import { paymentsOf } from './payments.js';
import { signingHolds } from './signing-holds.js';
import { wholeContract, type WholeContract } from './read-contracts.js';

export interface ContractView extends WholeContract {
  competition: CompetitionRow;
  content: ContractContent;
  /** What this person may do now: action → the code of what is in its way, or null. */
  steps: Partial<Record<ContractAction, string | null>>;
  payments: PaymentRow[];
  mayOrder: boolean;
  changes: ChangeRow[];
  acts: ActRow[];
  mayAsk: boolean;
  /** Why it cannot be signed yet, though both sides have agreed. */
  holds: ContractHold[];
}

const UNSIGNED: readonly string[] = ['draft', 'offered', 'agreed'];
const CHANGEABLE: readonly string[] = ['in-force', 'suspended'];
const ROLES = ['officer', 'director', 'applicant'] as const;

/** One contract for either side. @throws NotFound for everybody else */
@Injectable()
export class ContractForPage {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, id: string): Promise<ContractView> {
    const whole = await wholeContract(this.db, id);
    const competition = await competitionById(this.db, whole.contract.competitionId);
    const sides = { ...whole.contract, coOrganiserId: competition.coOrganiserId };
    demand(contractPolicy, 'see', ctx.actor, sides);
    const content = (await contentsOf(this.db, competition, [whole])).get(id)!;
    const subject = subjectOf(whole.contract, whole.parts, whole.awardKop);
    const may = { officer: 'write', director: 'sign', applicant: 'answer' } as const;
    const steps = ROLES.filter((role) => contractPolicy[may[role]].allows(ctx.actor, sides))
      .flatMap((role) => contractLifecycle.available(whole.contract.state, role, subject))
      .map(({ action, reason }) => [action, reason] as const);
    const isUnsigned = UNSIGNED.includes(whole.contract.state);
    const held = isUnsigned ? await signingHolds(this.db, this.ports, ctx, [whole.contract]) : new Map<string, never>();
    const holds = [...held.values()].flat();
    return {
      ...{ ...whole, competition, content, steps: withHolds(Object.fromEntries(steps), holds), holds },
      payments: await paymentsOf(this.db, id),
      changes: await changesOf(this.db, id),
      acts: await actsOf(this.db, id),
      mayAsk: CHANGEABLE.includes(whole.contract.state) && contractPolicy.answer.allows(ctx.actor, sides),
      mayOrder: whole.contract.state === 'in-force' && paymentPolicy.order.allows(ctx.actor, sides),
    };
  }
}

/** A contract that is held waits, whatever else is ready. */
const withHolds = (steps: ContractView['steps'], holds: readonly ContractHold[]): ContractView['steps'] =>
  holds.length > 0 && steps.sign !== undefined ? { ...steps, sign: 'contracts.signing-held' } : steps;
