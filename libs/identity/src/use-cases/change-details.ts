import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { personChanged } from '../model/identity.facts.js';
import type { PersonDetails } from '../model/person-details.js';

const FIELDS = ['familyName', 'givenName', 'patronymic', 'phone', 'language'] as const;

/**
 * A person mends the own names, telephone and language of letters. The chain says which fields changed; what stood
 * there is kept apart and can be erased. Documents made before keep the names of their day.
 */
@Injectable()
export class ChangeDetails {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, details: PersonDetails): Promise<void> {
    const personId = ctx.actor.personId!;
    return this.uow.run(ctx, async (tx) => {
      const before = await lockDetails(tx, personId);
      const fields = FIELDS.filter((field) => before[field] !== details[field]);
      if (fields.length === 0) return;
      const { familyName, givenName, patronymic, phone, language } = details;
      await tx.change(
        `update identity.person set family_name = $2, given_name = $3, patronymic = $4, phone = $5, language = $6
          where id = $1`,
        [personId, familyName, givenName, patronymic, phone, language],
      );
      tx.record(personChanged, {
        subjectId: personId,
        scopeId: personId,
        particulars: { fields },
        personal: { before: only(before, fields), after: only(details, fields) },
      });
    });
  }
}

async function lockDetails(tx: Tx, personId: string): Promise<PersonDetails> {
  const person = await tx.one<PersonDetails>(
    `select family_name as "familyName", given_name as "givenName", patronymic, phone, language
       from identity.person where id = $1 for update`,
    [personId],
  );
  return person!;
}

const only = (details: PersonDetails, fields: readonly (keyof PersonDetails)[]): Partial<PersonDetails> =>
  Object.fromEntries(fields.map((field) => [field, details[field]]));
