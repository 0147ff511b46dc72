import type { Reader } from '#libs/platform/database';

/** Why these two accounts cannot become one now: a code of an error, or null. Said before it is asked and when done. */
export async function mergeObstacle(reader: Reader, fromId: string, intoId: string): Promise<string | null> {
  const found = await reader.one<Record<'isMerged' | 'isClosed' | 'sits' | 'decided', boolean>>(
    `select exists (select from identity.person where id in ($1, $2) and merged_into is not null) as "isMerged",
            exists (select from identity.person where id = $2 and disabled_at is not null) as "isClosed",
            ${SITS} as sits,
            exists (select from identity.claim
                     where person_id = $1 and decided_by = $2 or person_id = $2 and decided_by = $1) as decided`,
    [fromId, intoId],
  );
  if (found!.isMerged) return 'identity.merged-already';
  if (found!.isClosed) return 'identity.merge-into-closed';
  // A commission changes by an order: its sheets and votes belong to the person whom the order names.
  if (found!.sits) return 'identity.merge-commission';
  // Nobody verified the own right by another account.
  return found!.decided ? 'identity.merge-own-claim' : null;
}

/** Holds a power in a commission, stands in for somebody, or has a substitute. */
const SITS = `
  exists (select from identity.role_grant g
           where g.person_id = $1 and g.ended_on is null
             and (g.until_on is null or g.until_on >= (select identity.today()))
             and (g.scope_kind = 'competition' or g.substitute_for is not null
                  or exists (select from identity.role_grant s
                              where s.substitute_for = g.id and s.ended_on is null
                                and s.until_on >= (select identity.today()))))`;
