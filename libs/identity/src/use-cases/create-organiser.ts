import { newId, type Tx } from '#libs/platform/database';

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

/** Returns the id of the authority with this slug; makes it when there is none, and leaves a known one as it is. */
export async function ensureOrganiser(tx: Tx, organiser: NewOrganiser): Promise<string> {
  await tx.change(
    `insert into identity.organiser
       (id, slug, name, short_name, edrpou, city, contact_name, contact_phone, contact_email, working_hours)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug) do nothing`,
    [
      newId(),
      organiser.slug,
      organiser.name,
      organiser.shortName,
      organiser.edrpou,
      organiser.city,
      organiser.contactName,
      organiser.contactPhone,
      organiser.contactEmail,
      organiser.workingHours,
    ],
  );
  const row = await tx.one<{ id: string }>('select id from identity.organiser where slug = $1', [organiser.slug]);
  return row!.id;
}
