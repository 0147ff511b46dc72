import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, longDate } from '#libs/platform/clock';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { InvalidInput, NotFound, invalidField } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { substitutionPolicy } from '../access/substitution.policy.js';
import { substituteAppointed } from '../model/identity.facts.js';
import { absenceProblems, actProblems, type Absence } from '../model/substitution.js';
import { identityPaths } from '../paths.js';
import { candidatesFor, powerToHandOver, type PowerToHandOver } from '../queries/power-to-hand-over.js';
import { personById } from './person-by-id.js';

export interface NewSubstitution extends Absence {
  substituteId: string;
  /** As documents of those days print it: «в. о. директора департаменту …». */
  position: string;
  actNumber: string;
  /** Kyiv day of the act. */
  actOn: string;
}

/**
 * A power passes to a substitute by an act, from a day to a day. Nothing else moves: desks, doors and documents ask
 * who holds the power today.
 */
@Injectable()
export class AppointSubstitute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** Returns the id of the substitution. */
  execute(ctx: Context, grantId: string, wish: NewSubstitution): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const power = await lockPower(tx, grantId);
      demand(substitutionPolicy, 'appoint', tx.actor, { holderId: power.personId, substituteId: null });
      const today = kyivDay(tx.now);
      const problems = [...absenceProblems(wish, today), ...actProblems(wish, today)];
      if (problems.length > 0) throw new InvalidInput(problems);
      const candidates = await candidatesFor(tx, power);
      if (!candidates.some(({ personId }) => personId === wish.substituteId))
        throw invalidField('substituteId', 'identity.choose-substitute');
      await demandFreeDays(tx, power, wish);
      const id = await insert(tx, power, wish);
      tx.record(substituteAppointed, {
        subjectId: id,
        scopeId: power.scopeId,
        particulars: { grantId, role: power.role, ...wish },
      });
      await this.tell(tx, power, wish);
      return id;
    });
  }

  private async tell(tx: Tx, power: PowerToHandOver, wish: NewSubstitution): Promise<void> {
    const substitute = await personById(tx, wish.substituteId);
    const holder = await personById(tx, power.personId);
    for (const to of [substitute, holder])
      await this.notices.queue(tx, {
        to,
        template: 'identity.substitution',
        kind: 'account',
        organiserId: power.scopeKind === 'organiser' ? power.scopeId : null,
        data: {
          givenName: to.givenName,
          substitute: substitute.fullName,
          holder: holder.fullName,
          position: wish.position,
          from: longDate(wish.fromOn, to.language),
          until: longDate(wish.untilOn, to.language),
          actNumber: wish.actNumber,
        },
        path: identityPaths.desk,
      });
  }
}

/**
 * Locks the powers of the whole scope: two hand-overs at once, of the chair and of the secretary to one person,
 * meet here.
 */
async function lockPower(tx: Tx, grantId: string): Promise<PowerToHandOver> {
  const power = await powerToHandOver(tx, grantId);
  if (!power) throw new NotFound();
  await tx.rows('select 1 from identity.role_grant where scope_id = $1 and ended_on is null order by id for update', [
    power.scopeId,
  ]);
  const still = await powerToHandOver(tx, grantId);
  if (!still) throw new NotFound();
  return still;
}

/** One substitute at a time; nobody stands in while away, and in a commission nobody for two. */
async function demandFreeDays(tx: Tx, power: PowerToHandOver, wish: NewSubstitution): Promise<void> {
  const others = await tx.rows<{ isSame: boolean; isAway: boolean; holderActs: boolean }>(
    `select s.substitute_for = $2 as "isSame", a.person_id = $3 as "isAway", s.person_id = $6 as "holderActs"
       from identity.role_grant s join identity.role_grant a on a.id = s.substitute_for
      where s.scope_id = $1 and s.ended_on is null and s.started_on <= $5 and s.until_on >= $4
        and (s.substitute_for = $2 or a.person_id = $3 or s.person_id = $6
             or s.person_id = $3 and s.scope_kind = 'competition')`,
    [power.scopeId, power.id, wish.substituteId, wish.fromOn, wish.untilOn, power.personId],
  );
  if (others.some(({ isSame }) => isSame)) throw invalidField('fromOn', 'identity.substitution-overlaps');
  if (others.some(({ holderActs }) => holderActs)) throw invalidField('fromOn', 'identity.holder-stands-in');
  if (others.some(({ isAway }) => isAway)) throw invalidField('substituteId', 'identity.substitute-away');
  if (others.length > 0) throw invalidField('substituteId', 'identity.substitute-busy');
}

async function insert(tx: Tx, power: PowerToHandOver, wish: NewSubstitution): Promise<string> {
  const id = newId();
  await tx.change(
    `insert into identity.role_grant
       (id, person_id, role, scope_kind, scope_id, position, act_number, act_on, started_on, until_on, substitute_for)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      wish.substituteId,
      power.role,
      power.scopeKind,
      power.scopeId,
      wish.position,
      wish.actNumber,
      wish.actOn,
      wish.fromOn,
      wish.untilOn,
      power.id,
    ],
  );
  return id;
}
