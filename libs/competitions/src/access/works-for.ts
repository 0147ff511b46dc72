import { holds, type Actor } from '#libs/platform/access';

/** Who runs a competition: the authority that decides, and perhaps a second one by a joint order. */
export interface RunBy {
  organiserId: string;
  coOrganiserId?: string | null;
}

/**
 * Does the actor hold one of the roles in either of the authorities? For reading and preparing; what takes effect
 * (announcing, opening, signing) is asked of `organiserId` alone.
 */
export const worksFor = (actor: Actor, roles: readonly string[], { organiserId, coOrganiserId }: RunBy): boolean =>
  holds(actor, roles, organiserId) || (!!coOrganiserId && holds(actor, roles, coOrganiserId));
