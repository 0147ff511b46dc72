import type { Reader } from '#libs/platform/database';

export interface OrganiserLine {
  id: string;
  slug: string;
  name: string;
  shortName: string;
}

/** Every authority, in the order of names. */
export function organisers(reader: Reader): Promise<OrganiserLine[]> {
  return reader.rows<OrganiserLine>(
    `select id, slug, name, short_name as "shortName" from identity.organiser order by name collate "uk-x-icu", id`,
  );
}
