import type { Reader } from '#libs/platform/database';

export interface AwardOrder {
  id: string;
  number: string;
  /** Kyiv day */
  signedOn: string;
  signedAt: Date;
  signerName: string;
  signerPosition: string;
  documentId: string;
}

/** The order that ended a competition, if it is signed. */
export function findOrder(reader: Reader, competitionId: string): Promise<AwardOrder | undefined> {
  return reader.one(
    `select id, number, signed_on::text as "signedOn", signed_at as "signedAt", signer_name as "signerName",
            signer_position as "signerPosition", document_id as "documentId"
       from awards.award_order where competition_id = $1 and kind = 'results'`,
    [competitionId],
  );
}
