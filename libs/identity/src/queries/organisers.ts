import type { Reader } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';

export interface OrganiserLine {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  edrpou: string;
  city: string;
}

const SELECT = 'select id, slug, name, short_name as "shortName", edrpou, city from identity.organiser';

/** Every authority, in the order of names. */
export function organisers(reader: Reader): Promise<OrganiserLine[]> {
  return reader.rows<OrganiserLine>(`${SELECT} order by name collate "uk-x-icu", id`);
}

export const listedOrganisers = (reader: Reader, asked: AskedList<OrganiserLine>): Promise<Found<OrganiserLine>> =>
  asked.find(reader, SELECT);
