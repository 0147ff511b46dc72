import { Injectable } from '@nestjs/common';
import { PersonWork } from '#libs/identity';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** A colleague's limit follows the person to the account that stays; of two limits the stricter holds. */
@Implements(PersonWork)
@Injectable()
export class HandOverLimits implements PersonWork {
  async handOver(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await tx.change(
      `update applications.application a
          set rights = (a.rights - $1::text) || jsonb_build_object($2::text,
                case when 'view' in (a.rights ->> $1::text, a.rights ->> $2::text) then 'view' else 'edit' end)
        where a.rights ? $1::text
          and a.organisation_id in (select scope_id from identity.v_role where person_id = $2::uuid and role = 'applicant')`,
      [fromId, intoId],
    );
  }
}
