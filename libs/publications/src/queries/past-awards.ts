import { withoutPersonalData } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';

/** Funding that is known from a document, not from a competition of this system. Always shown with its source. */
export interface PastAward {
  organisationName: string;
  year: number;
  title: string;
  /** Who funded it. */
  party: string;
  amountKop: number;
  sourceTitle: string;
  /** Kyiv day. */
  sourceOn: string;
  sourceBy: string;
  sourceLink: string | null;
}

/** More than an organisation has had in all years. */
const SHOWN_MAX = 200;

/** What authorities have imported about earlier funding of an organisation, the latest first. */
export async function pastAwards(reader: Reader, edrpou: string): Promise<PastAward[]> {
  const rows = await reader.rows<Omit<PastAward, 'amountKop'> & { amountKop: string }>(
    `select organisation_name as "organisationName", year, title, party, amount_kop as "amountKop",
            source_title as "sourceTitle", source_on::text as "sourceOn", source_by as "sourceBy",
            source_link as "sourceLink"
       from registers.v_entry where edrpou = $1 and kind = 'awards' order by year desc, title, id limit $2`,
    [edrpou, SHOWN_MAX],
  );
  return rows.map((row) => ({
    ...row,
    title: withoutPersonalData(row.title), // typed by people (rule 55)
    amountKop: toSafeInteger(row.amountKop),
  }));
}
