import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { Notices } from '#libs/notifications';
import { peoplePolicy } from '../access/people.policy.js';
import { namesPosition } from '../model/substitution.js';
import { TIMED_ROLES, type InvitedRole, type Role } from '../model/roles.js';
import { identityPaths } from '../paths.js';
import { InvitePerson, personByEmail, type NewPerson } from './invite-person.js';
import { RoleGrants } from './role-grants.js';

export interface NewStaff extends NewPerson {
  role: InvitedRole;
  /** The authority; null for an administrator. */
  organiserId: string | null;
  position: string;
  actNumber: string;
  /** Kyiv day. */
  actOn: string;
  /** The last Kyiv day; an auditor's power always has one. */
  untilOn: string | null;
}

/** An administrator gives a person a power in an authority, by an act with number and date. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invite: InvitePerson,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  /** Returns the id of the person. */
  execute(ctx: Context, staff: NewStaff): Promise<string> {
    demand(peoplePolicy, 'grant', ctx.actor, null);
    return this.uow.run(ctx, (tx) => this.within(tx, staff));
  }

  private async within(tx: Tx, staff: NewStaff): Promise<string> {
    const { role, position, actNumber, actOn, untilOn } = staff;
    if (TIMED_ROLES.includes(role) && !untilOn) throw invalidField('untilOn', 'identity.until-needed');
    if (untilOn && untilOn < kyivDay(tx.now)) throw invalidField('untilOn', 'identity.absence-over');
    if (actOn > kyivDay(tx.now)) throw invalidField('actOn', 'identity.act-in-future');
    if (!namesPosition(position)) throw invalidField('position', 'identity.position-bare');
    const scopeId = role === 'administrator' ? null : await organiserOf(tx, staff.organiserId);
    const { personId } = await this.invite.within(tx, staff);
    await demandNotBoth(tx, personId, role);
    const scopeKind = role === 'administrator' ? 'system' : 'organiser';
    await this.grants.grantNew(tx, { personId, role, scopeKind, scopeId, position, actNumber, actOn, untilOn });
    await this.tell(tx, staff.email, role, scopeId);
    return personId;
  }

  /** Who has no password yet got the invitation instead. */
  private async tell(tx: Tx, email: string, role: Role, organiserId: string | null): Promise<void> {
    const known = await personByEmail(tx, email);
    if (!known!.hasPassword) return;
    await this.notices.queue(tx, {
      to: known!,
      template: 'identity.role-given',
      kind: 'account',
      organiserId,
      data: { givenName: known!.givenName, role: phrase(known!.language, `identity:role.${role}`) },
      path: identityPaths.desk,
    });
  }
}

/** An auditor changes nothing, an administrator changes everything: not one person. */
async function demandNotBoth(tx: Tx, personId: string, role: Role): Promise<void> {
  const other = { auditor: 'administrator', administrator: 'auditor' }[role as string];
  if (!other) return;
  await tx.one('select 1 from identity.person where id = $1 for update', [personId]);
  const held = await tx.one('select 1 from identity.v_role where person_id = $1 and role = $2 limit 1', [
    ...[personId, other],
  ]);
  if (held) throw invalidField('role', 'identity.auditor-and-administrator');
}

async function organiserOf(tx: Tx, organiserId: string | null): Promise<string> {
  const found = await tx.one<{ id: string }>('select id from identity.organiser where id = $1', [organiserId]);
  if (!found) throw invalidField('organiserId', 'identity.choose-organiser');
  return found.id;
}
