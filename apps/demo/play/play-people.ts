import { Injectable } from '@nestjs/common';
import {
  ensureOrganiser,
  hashPassword,
  InvitePerson,
  RegisterOrganisation,
  RoleGrants,
  splitHeadName,
  type NewPerson,
  type OrganisationCard,
} from '#libs/identity';
import { ImportPlan, planOf2020 } from '#libs/measures';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { DEMO_PASSWORD } from '../demo-accounts.js';
import { Stage } from './stage.js';
import { worldData, type DemoOrganisation } from './world-data.js';

/** The two authorities with their staff, the plan, and the organisations with their people. */
@Injectable()
export class PlayPeople {
  constructor(
    private readonly stage: Stage,
    private readonly uow: UnitOfWork,
    private readonly invite: InvitePerson,
    private readonly grants: RoleGrants,
    private readonly importPlan: ImportPlan,
    private readonly register: RegisterOrganisation,
  ) {}

  /** Ids of the authorities by key. */
  async authorities(): Promise<Record<string, string>> {
    const ctx = await this.stage.system();
    const ids = await this.uow.run(ctx, async (tx) => {
      const made: Record<string, string> = {};
      for (const { key, ...organiser } of worldData.organisers) made[key] = await ensureOrganiser(tx, organiser);
      for (const person of worldData.people.staff) await this.appoint(tx, made[person.organiser]!, person);
      return made;
    });
    const masscom = worldData.organisers.find(({ key }) => key === 'masscom')!;
    await this.importPlan.execute(ctx, { id: ids.masscom!, slug: masscom.slug, name: masscom.name }, planOf2020());
    return ids;
  }

  private async appoint(tx: Tx, organiserId: string, person: (typeof worldData.people.staff)[number]): Promise<void> {
    const { personId } = await this.invite.within(tx, named(person));
    const isSystem = person.role === 'administrator';
    await this.grants.grant(tx, {
      personId,
      role: person.role,
      scopeKind: isSystem ? 'system' : 'organiser',
      scopeId: isSystem ? null : organiserId,
      position: person.position,
      actNumber: '112-к',
      actOn: '2020-01-09',
    });
  }

  /** Every organisation registers itself; ids by key. */
  async organisations(whom: readonly DemoOrganisation[]): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    await this.stage.together(whom, async (one) => void (ids[one.key] = await this.registered(one)));
    return ids;
  }

  private async registered(organisation: DemoOrganisation): Promise<string> {
    const [head, ...others] = organisation.people;
    await this.invite.execute(await this.stage.system(), named(head!));
    const id = await this.register.execute(await this.stage.as(head!.email), cardOf(organisation));
    await this.uow.run(await this.stage.system(), async (tx) => {
      for (const person of others) {
        const { personId } = await this.invite.within(tx, named(person));
        await this.grants.grant(tx, { personId, role: 'applicant', scopeKind: 'organisation', scopeId: id });
      }
    });
    return id;
  }

  /** Everybody of the demo may sign in with the same password. */
  async passwords(): Promise<void> {
    const hash = await hashPassword(DEMO_PASSWORD);
    await this.uow.run(await this.stage.system(), (tx) =>
      tx.change('update identity.person set password_hash = $1 where password_hash is null', [hash]),
    );
  }
}

function named(person: NewPerson): NewPerson {
  const { email, familyName, givenName, patronymic } = person;
  return { email, familyName, givenName, patronymic };
}

function cardOf(organisation: DemoOrganisation): OrganisationCard {
  const { key: _key, people: _people, headName, ...card } = organisation;
  return { katottg: null, koatuu: null, ...card, ...splitHeadName(headName) };
}
