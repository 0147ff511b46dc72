import { Injectable } from '@nestjs/common';
import type { Context, Lang } from '#libs/platform/access';
import { UnitOfWork, constraintMeans, newId, type Tx } from '#libs/platform/database';
import { Notices, type Recipient } from '#libs/notifications';
import { personInvited } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { issueToken } from './issue-token.js';

export interface NewPerson {
  email: string;
  familyName: string;
  givenName: string;
  patronymic?: string | null;
  language?: Lang;
  phone?: string | null;
}

constraintMeans('uq_person_email', 'email', 'identity.email-taken');

/**
 * Finds a person by e-mail or makes one. Who has no password yet gets a letter with a link to set it.
 * A known person keeps the names on record: an invitation corrects nobody.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, person: NewPerson): Promise<{ personId: string; isNew: boolean }> {
    return this.uow.run(ctx, (tx) => this.within(tx, person));
  }

  async within(tx: Tx, person: NewPerson): Promise<{ personId: string; isNew: boolean }> {
    const isNew = (await addPerson(tx, person)) !== null;
    const known = await personByEmail(tx, person.email);
    if (!known!.hasPassword) await this.sendLink(tx, known!);
    return { personId: known!.personId, isNew };
  }

  /** The letter with the link to set the first password. */
  async sendLink(tx: Tx, person: Recipient & { personId: string; givenName: string }): Promise<void> {
    const token = await issueToken(tx, 'invitation', { personId: person.personId });
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.invitation',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.invitation(token),
      holdsSecret: true,
    });
    tx.record(personInvited, { subjectId: person.personId });
  }
}

/** Adds a person; null when the e-mail is known already, in any case of letters. */
async function addPerson(tx: Tx, person: NewPerson): Promise<string | null> {
  const id = newId();
  const added = await tx.change(
    `insert into identity.person (id, email, family_name, given_name, patronymic, phone, language, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (lower(email)) do nothing`,
    [
      id,
      person.email.trim(),
      person.familyName,
      person.givenName,
      person.patronymic || null,
      person.phone || null,
      person.language ?? 'uk',
      tx.now,
    ],
  );
  return added === 1 ? id : null;
}

export interface KnownPerson extends Recipient {
  personId: string;
  givenName: string;
  hasPassword: boolean;
  isDisabled: boolean;
}

/** The person with this e-mail. */
export function personByEmail(tx: Tx, email: string): Promise<KnownPerson | undefined> {
  return tx.one<KnownPerson>(
    `select id as "personId", email, language, given_name as "givenName", password_hash is not null as "hasPassword",
            disabled_at is not null as "isDisabled"
       from identity.person where lower(email) = lower($1)`,
    [email.trim()],
  );
}
