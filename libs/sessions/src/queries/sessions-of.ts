import type { Reader } from '#libs/platform/database';

export interface SessionListRow {
  id: string;
  kind: string;
  number: number;
  state: string;
  plannedAt: Date;
  minutesDocumentId: string | null;
}

/** The sessions of one body, newest first. The caller's policy has decided that they may be seen. */
export function sessionsOf(reader: Reader, scopeId: string, kind?: string): Promise<SessionListRow[]> {
  return reader.rows(
    `select id, kind, number, state, planned_at as "plannedAt", minutes_document_id as "minutesDocumentId"
       from sessions.session where scope_id = $1 and ($2::text is null or kind = $2) order by number desc`,
    [scopeId, kind ?? null],
  );
}
