import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { addDays } from '#libs/platform/clock';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, InvalidInput, NotFound, type FieldError } from '#libs/platform/errors';
import { actsOn, type BodyRow } from '../model/body.js';
import { LIMITS } from '../model/limits.js';
import { bodySaved } from '../model/plan.facts.js';
import { bodyOf } from '../queries/find-body.js';
import { lockPlan } from '../queries/find-plan.js';

constraintMeans('uq_body', 'name', 'plan.body-exists');
constraintMeans('fk_body_territory', 'territoryCode', 'plan.unknown-territory');

export type BodyInput = Omit<BodyRow, 'id' | 'organiserId' | 'version'>;

/** Names a body of a party, or mends what is known of it: its days, its successor, what hinders it. */
@Injectable()
export class SaveBody {
  constructor(private readonly uow: UnitOfWork) {}

  /** `known`: the body that is mended, as it was seen; null for a new one. @returns its id */
  execute(
    ctx: Context,
    planId: string,
    input: BodyInput,
    known: { id: string; version: number } | null = null,
  ): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const { organiserId } = await lockPlan(tx, planId);
      await demandParty(tx, planId, input.classKey);
      await demandSense(tx, organiserId, input, known?.id ?? null);
      const id = known?.id ?? newId();
      if (known) await update(tx, organiserId, known, input);
      else await insert(tx, organiserId, id, input);
      const { name, classKey, validFrom, validUntil, successorId, hindered } = input;
      tx.record(bodySaved, {
        subjectId: id,
        scopeId: organiserId,
        particulars: { name, classKey, validFrom, validUntil, successorId, hindered, isNew: known === null },
      });
      return id;
    });
  }
}

async function demandParty(tx: Tx, planId: string, classKey: string): Promise<void> {
  const party = await tx.one(
    `select 1 from measures.v_party r join measures.v_measure m on m.id = r.measure_id
      where m.plan_id = $1 and r.party_key = $2 limit 1`,
    [planId, classKey],
  );
  if (!party) throw new NotFound();
}

async function demandSense(tx: Tx, organiserId: string, input: BodyInput, ownId: string | null): Promise<void> {
  const { validFrom, validUntil, successorId, hindered, hinderedFrom, hinderedUntil, hinderedBasis } = input;
  const checks: [boolean, string, string][] = [
    [validUntil !== null && validUntil < validFrom, 'validUntil', 'plan.days-turned'],
    [successorId !== null && validUntil === null, 'validUntil', 'plan.successor-needs-end'],
    [successorId !== null && successorId === ownId, 'successorId', 'plan.successor-is-itself'],
    [hindered !== null && hinderedFrom === null, 'hinderedFrom', 'platform.day'],
    [hindered !== null && hinderedBasis === null, 'hinderedBasis', 'plan.basis-needed'],
    [
      hindered === null && [hinderedFrom, hinderedUntil, hinderedBasis].some((one) => one !== null),
      'hindered',
      'platform.choose',
    ],
    [
      hinderedFrom !== null && hinderedUntil !== null && hinderedUntil < hinderedFrom,
      'hinderedUntil',
      'plan.days-turned',
    ],
  ];
  const problems: FieldError[] = checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
  if (problems.length > 0) throw new InvalidInput(problems);
  if (successorId === null) return;
  const successor = await bodyOf(tx, organiserId, successorId);
  if (!actsOn(successor, addDays(validUntil!, 1))) throw invalidField('successorId', 'plan.successor-acts-not');
}

const FIELDS = {
  class_key: 'classKey',
  name: 'name',
  territory_code: 'territoryCode',
  email: 'email',
  contact_name: 'contactName',
  phone: 'phone',
  valid_from: 'validFrom',
  valid_until: 'validUntil',
  successor_id: 'successorId',
  is_own: 'isOwn',
  hindered: 'hindered',
  hindered_from: 'hinderedFrom',
  hindered_until: 'hinderedUntil',
  hindered_basis: 'hinderedBasis',
} as const satisfies Record<string, keyof BodyInput>;

const names = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
const valuesOf = (input: BodyInput) => names.map((name) => input[FIELDS[name]]);

async function insert(tx: Tx, organiserId: string, id: string, input: BodyInput): Promise<void> {
  const count = await tx.one<{ count: number }>(
    'select count(*)::int as count from plan.body where organiser_id = $1',
    [organiserId],
  );
  if (count!.count >= LIMITS.bodies) throw new Conflict('plan.too-many-bodies', { max: LIMITS.bodies });
  await tx.change(
    `insert into plan.body (id, organiser_id, ${names.join(', ')})
     values ($1, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')})`,
    [id, organiserId, ...valuesOf(input)],
  );
}

async function update(
  tx: Tx,
  organiserId: string,
  { id, version }: { id: string; version: number },
  input: BodyInput,
): Promise<void> {
  await bodyOf(tx, organiserId, id);
  const changed = await tx.change(
    `update plan.body set ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')}, version = version + 1
      where id = $1 and version = $2`,
    [id, version, ...valuesOf(input)],
  );
  if (changed !== 1) throw new Conflict('plan.changed-meanwhile');
}
