import type { Reader } from '#libs/platform/database';

export interface MinutesItem {
  id: string;
  position: number;
  heard: string;
  spoke: string | null;
  decided: string | null;
}

export interface Decision {
  id: string;
  text: string;
  responsible: string;
  dueOn: string;
  state: 'open' | 'done' | 'dropped';
  /** What shows that it was done, or why it was dropped. */
  proof: string | null;
  closedAt: Date | null;
}

export interface Minutes {
  number: string | null;
  chair: string;
  secretary: string;
  present: string | null;
  state: 'draft' | 'published';
  publishedAt: Date | null;
  items: MinutesItem[];
}

export async function minutesOf(reader: Reader, eventId: string): Promise<Minutes | null> {
  const minutes = await reader.one<Omit<Minutes, 'items'>>(
    `select number, chair, secretary, present, state, published_at as "publishedAt" from events.minutes where event_id = $1`,
    [eventId],
  );
  if (!minutes) return null;
  const items = await reader.rows<MinutesItem>(
    'select id, position, heard, spoke, decided from events.minutes_item where event_id = $1 order by position limit 200',
    [eventId],
  );
  return { ...minutes, items };
}

/** What was decided, what is due first on top. */
export const decisionsOf = (reader: Reader, eventId: string): Promise<Decision[]> =>
  reader.rows<Decision>(
    `select id, text, responsible, due_on::text as "dueOn", state, proof, closed_at as "closedAt"
       from events.decision where event_id = $1 order by due_on, id limit 200`,
    [eventId],
  );
