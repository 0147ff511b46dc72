import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { organiserPolicy } from '../access/organiser.policy.js';
import { isEdrpou } from '../model/edrpou.js';
import { organiserCreated } from '../model/identity.facts.js';

/** An authority that runs competitions: a tenant. */
export interface NewOrganiser {
  /** In addresses: lower-case Latin letters, digits, hyphens. */
  slug: string;
  name: string;
  shortName: string;
  edrpou: string;
  city: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  workingHours: string;
}

constraintMeans('uq_organiser_slug', 'slug', 'identity.slug-taken');

const INSERT = `
  insert into identity.organiser
    (id, slug, name, short_name, edrpou, city, contact_name, contact_phone, contact_email, working_hours)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** An administrator brings an authority into the system; its people are invited afterwards. */
@Injectable()
export class CreateOrganiser {
  constructor(private readonly uow: UnitOfWork) {}

  /** Returns the id of the authority. */
  execute(ctx: Context, organiser: NewOrganiser): Promise<string> {
    demand(organiserPolicy, 'create', ctx.actor, null);
    if (!isEdrpou(organiser.edrpou)) throw invalidField('edrpou', 'identity.edrpou-wrong');
    return this.uow.run(ctx, async (tx) => {
      const id = newId();
      await tx.change(INSERT, valuesOf(id, organiser));
      tx.record(organiserCreated, { subjectId: id, scopeId: id, particulars: { edrpou: organiser.edrpou } });
      return id;
    });
  }
}

/** Returns the id of the authority with this slug; makes it when there is none, and leaves a known one as it is. */
export async function ensureOrganiser(tx: Tx, organiser: NewOrganiser): Promise<string> {
  await tx.change(`${INSERT} on conflict (slug) do nothing`, valuesOf(newId(), organiser));
  const row = await tx.one<{ id: string }>('select id from identity.organiser where slug = $1', [organiser.slug]);
  return row!.id;
}

function valuesOf(id: string, organiser: NewOrganiser): string[] {
  return [
    id,
    organiser.slug,
    organiser.name,
    organiser.shortName,
    organiser.edrpou,
    organiser.city,
    organiser.contactName,
    organiser.contactPhone,
    organiser.contactEmail,
    organiser.workingHours,
  ];
}
