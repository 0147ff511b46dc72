import type { Reader } from '#libs/platform/database';

export interface CardChange {
  at: Date;
  byName: string;
  fields: string[];
  /** What stood there before; a value that was erased is not there. */
  before: Record<string, string | null>;
}

const SHOWN_MAX = 50;

/** What was changed in the card of an organisation, the latest first. */
export function organisationHistory(reader: Reader, organisationId: string): Promise<CardChange[]> {
  return reader.rows<CardChange>(
    `select f.at, coalesce(who.full_name, '') as "byName", f.body::jsonb -> 'particulars' -> 'fields' as fields,
            (f.body::jsonb -> 'particulars' -> 'before') || coalesce(p.body::jsonb -> 'before', '{}') as before
       from facts.fact f
       left join facts.personal_particulars p on p.fact_id = f.id
       left join identity.v_person who on who.id = f.actor_id
      where f.subject_id = $1 and f.name = 'identity.organisation-changed'
      order by f.id desc limit ${SHOWN_MAX}`,
    [organisationId],
  );
}
