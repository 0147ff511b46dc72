import type { Share } from '#libs/terms';

export type SessionState = 'planned' | 'open' | 'closed' | 'signed';
export const VOTES = ['for', 'against', 'abstained', 'recused'] as const;
export type Vote = (typeof VOTES)[number];
export type ItemResult = 'adopted' | 'rejected' | 'no-quorum';

/** How the body decides, frozen when the session is planned (slots of the rule set, rule 30). */
export interface Procedure {
  quorum: Share;
  majority: Share;
  chairBreaksTie: boolean;
}

export interface SessionRow {
  id: string;
  scopeId: string;
  organiserId: string;
  kind: string;
  number: number;
  state: SessionState;
  bodyName: string;
  subject: string;
  procedure: Procedure;
  plannedAt: Date;
  place: string;
  membersTotal: number | null;
  quorumNeeded: number | null;
  openedAt: Date | null;
  closedAt: Date | null;
  minutesDocumentId: string | null;
}

export interface Attendee {
  personId: string;
  role: string;
  fullName: string;
  signingName: string;
  isPresent: boolean;
}

export interface Ballot {
  itemId: string;
  personId: string;
  vote: Vote;
  reason: string;
}

export interface ItemRow {
  id: string;
  position: number;
  kind: string;
  subjectId: string;
  title: string;
  proposal: string;
  payload: Record<string, unknown>;
  result: ItemResult | null;
}

/** The columns of sessions.session as a SessionRow. */
export const SESSION_COLUMNS = `
  id, scope_id as "scopeId", organiser_id as "organiserId", kind, number, state, body_name as "bodyName", subject,
  procedure, planned_at as "plannedAt", place, members_total as "membersTotal", quorum_needed as "quorumNeeded",
  opened_at as "openedAt", closed_at as "closedAt", minutes_document_id as "minutesDocumentId"`;

/** The columns of sessions.item as an ItemRow. */
export const ITEM_COLUMNS = `id, position, kind, subject_id as "subjectId", title, proposal, payload, result`;
