import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

export interface OrganisationCard {
  id: string;
  name: string;
  phone: string;
  headName: string;
}

export interface PersonCard {
  id: string;
  fullName: string;
  phone: string | null;
}

/** Who the addressees are and how to phone them today; the lib of people and organisations knows. */
@Port('one')
export abstract class AddresseeCards {
  abstract organisations(reader: Reader, ids: readonly string[]): Promise<OrganisationCard[]>;
  abstract people(reader: Reader, ids: readonly string[]): Promise<PersonCard[]>;
}
