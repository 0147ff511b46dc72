import type { Reader } from '#libs/platform/database';
import type { AwardAction } from '../model/award.lifecycle.js';

/** What happened to an award after its order. */
export interface AwardStep {
  awardId: string;
  action: AwardAction;
  at: Date;
  /** Typed by a person: to be published without personal data. */
  reason: string;
  /** A letter that the officer registered; null where the organisation answered here. */
  letterNumber: string | null;
  /** Kyiv day. */
  letterOn: string | null;
  /** The written consent to a smaller sum. */
  documentId: string | null;
}

/** In the order in which they happened. */
export function stepsOf(reader: Reader, awardIds: readonly string[]): Promise<AwardStep[]> {
  return reader.rows(
    `select s.award_id as "awardId", s.action, s.at, s.reason, s.letter_number as "letterNumber",
            s.letter_on::text as "letterOn", case when s.action = 'consent' then b.document_id end as "documentId"
       from awards.award_step s left join awards.corrected_budget b on b.award_id = s.award_id
      where s.award_id = any($1) order by s.at, s.id`,
    [awardIds],
  );
}
