import type { Tx } from '#libs/platform/database';
import { peopleWithRole } from './people-with-role.js';

/** Who signs an order, as it stands below it. */
export interface Signer {
  /** «Оксана ДЗЮБЕНКО» */
  name: string;
  /** As it stands on the day of the order: «в. о. директора департаменту …». */
  position: string;
}

/** For a director whose position was not written down. */
const DIRECTOR = 'Керівник';

/** The actor as the director of the authority this day, «в. о.» included; null for everybody else. */
export async function signingDirector(tx: Tx, organiserId: string): Promise<Signer | null> {
  const directors = await peopleWithRole(tx, organiserId, ['director']);
  const director = directors.find(({ personId }) => personId === tx.actor.personId);
  return director ? { name: director.signingName, position: director.position || DIRECTOR } : null;
}
