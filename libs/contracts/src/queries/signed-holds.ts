import { Injectable } from '@nestjs/common';
import { AwardHolds } from '#libs/awards';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/**
 * A signed contract is ended by an act; its award is not refused any more (rule 50). Once it is ended and nothing was
 * ordered by it, its money is free again.
 */
@Implements(AwardHolds)
@Injectable()
export class SignedHolds implements AwardHolds {
  async heldBy(reader: Reader, awardId: string): Promise<string | null> {
    const row = await reader.one(
      `select from contracts.contract
        where award_id = $1 and signed_at is not null and not (state = 'ended-early' and ordered_kop = 0)`,
      [awardId],
    );
    return row ? 'contracts.signed-already' : null;
  }
}
