import type { Reader } from '#libs/platform/database';

/** An order on the next in the rating, beside the order on the results. */
export interface AdditionalOrder {
  id: string;
  number: string;
  /** Kyiv day. */
  signedOn: string;
  signedAt: Date;
  documentId: string;
  /** It makes the awards follow a rating that minutes have changed. */
  isChange: boolean;
  applicationIds: string[];
}

/** In the order in which they were signed. */
export function additionalOrders(reader: Reader, competitionId: string): Promise<AdditionalOrder[]> {
  return reader.rows(
    `select o.id, o.number, o.signed_on::text as "signedOn", o.signed_at as "signedAt", o.document_id as "documentId",
            exists (select from awards.followed_change f where f.order_id = o.id) as "isChange",
            (select coalesce(json_agg(w.application_id order by w.id), '[]') from awards.award w
              where w.order_id = o.id) as "applicationIds"
       from awards.award_order o where o.competition_id = $1 and o.kind = 'additional' order by o.signed_at, o.id`,
    [competitionId],
  );
}
