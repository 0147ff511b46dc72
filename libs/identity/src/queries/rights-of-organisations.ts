import type { Reader } from '#libs/platform/database';

export interface RightOfOrganisation {
  isVerified: boolean;
  /** Kyiv day; null while it is there. */
  liquidatedOn: string | null;
}

/** Whether an officer has verified the right to act for each of these organisations, by id. */
export async function rightsOfOrganisations(
  reader: Reader,
  organisationIds: readonly string[],
): Promise<Map<string, RightOfOrganisation>> {
  const rows = await reader.rows<RightOfOrganisation & { id: string }>(
    `select organisation_id as id, is_verified as "isVerified", liquidated_on::text as "liquidatedOn"
       from identity.v_organisation_right where organisation_id = any($1)`,
    [organisationIds],
  );
  return new Map(rows.map(({ id, ...right }) => [id, right]));
}
