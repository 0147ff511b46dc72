import type { Reader } from '#libs/platform/database';

export interface EarlierName {
  name: string;
  /** When it was changed. */
  until: Date;
}

const SHOWN_MAX = 20;

/** Names that an organisation had before, the latest first. */
export function earlierNames(reader: Reader, organisationId: string): Promise<EarlierName[]> {
  return reader.rows(
    `select body::jsonb -> 'particulars' -> 'before' ->> 'name' as name, at as until
       from facts.fact
      where subject_id = $1 and name = 'identity.organisation-changed'
        and body::jsonb -> 'particulars' -> 'before' ? 'name'
      order by id desc limit ${SHOWN_MAX}`,
    [organisationId],
  );
}
