import type { Reader } from '#libs/platform/database';
import { COMMISSION } from '../access/evaluation.policy.js';
import type { SeatRole } from '../use-cases/appoint-commission-member.js';

/** Somebody who sits in the commission of the earlier competition and not in this one. */
export interface EarlierSeat {
  personId: string;
  fullName: string;
  role: SeatRole;
  position: string;
  isCsoRepresentative: boolean;
}

/** Who may be taken over from the commission of the competition that this one was copied from. */
export function lastCommission(
  reader: Reader,
  { id, copiedFromId }: { id: string; copiedFromId: string | null },
): Promise<EarlierSeat[]> {
  return reader.rows<EarlierSeat>(
    `select r.person_id as "personId", r.full_name as "fullName", r.role, r.position,
            r.is_cso_representative as "isCsoRepresentative"
       from identity.v_role r
      where r.scope_id = $1 and r.role = any($3)
        and not exists (select from identity.v_role h
                         where h.scope_id = $2 and h.person_id = r.person_id and h.role = any($3))
      order by array_position($3, r.role), r.full_name collate "uk-x-icu", r.id`,
    [copiedFromId, id, COMMISSION],
  );
}
