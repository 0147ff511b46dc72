import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import type { Recipient } from '#libs/notifications';
import type { Role } from '../model/roles.js';

export interface PersonWithRole extends Recipient {
  personId: string;
  language: Lang;
  /** «Рибалко Віталій Анатолійович» */
  fullName: string;
  /** «Віталій РИБАЛКО» */
  signingName: string;
  position: string;
  isCsoRepresentative: boolean;
  role: Role;
  grantId: string;
}

/** Who holds one of the roles in a scope now, in the order of names. */
export function peopleWithRole(reader: Reader, scopeId: string, roles: readonly Role[]): Promise<PersonWithRole[]> {
  return reader.rows<PersonWithRole>(
    `select person_id as "personId", email, language, full_name as "fullName", signing_name as "signingName",
            position, is_cso_representative as "isCsoRepresentative", role, id as "grantId"
       from identity.v_role where scope_id = $1 and role = any($2)
      order by full_name collate "uk-x-icu", id`,
    [scopeId, roles],
  );
}

/** Whom a letter to an organisation reaches: everyone who may act for it. */
export function applicantsOf(reader: Reader, organisationId: string): Promise<Recipient[]> {
  return reader.rows<Recipient>(
    `select person_id as "personId", email, language from identity.v_role
      where scope_id = $1 and role = 'applicant' order by id`,
    [organisationId],
  );
}
