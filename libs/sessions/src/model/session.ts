import type { Share } from '#libs/terms';

export const SESSION_STATES = ['planned', 'open', 'closed', 'signed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
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
  /** The second authority of a joint competition: it reads. */
  coOrganiserId: string | null;
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
  cancelReason: string | null;
  minutesDocumentId: string | null;
  /** The minutes were kept as words, so that they come in other formats too. */
  hasMinutesPaper: boolean;
}

export interface Attendee {
  personId: string;
  role: string;
  fullName: string;
  signingName: string;
  /** Was in the room at any time. */
  isPresent: boolean;
  /** Came after the opening. */
  cameAt: Date | null;
  /** Left before the votes were counted. */
  leftAt: Date | null;
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
  /** Page with the materials, without the language prefix. */
  path: string | null;
  payload: Record<string, unknown>;
  result: ItemResult | null;
}

/** The columns of sessions.session as a SessionRow. */
export const SESSION_COLUMNS = `
  id, scope_id as "scopeId", organiser_id as "organiserId", co_organiser_id as "coOrganiserId", kind, number, state, body_name as "bodyName", subject,
  procedure, planned_at as "plannedAt", place, members_total as "membersTotal", quorum_needed as "quorumNeeded",
  opened_at as "openedAt", closed_at as "closedAt",
  cancel_reason as "cancelReason", minutes_document_id as "minutesDocumentId",
  minutes_paper is not null as "hasMinutesPaper"`;

/** The columns of sessions.item as an ItemRow. */
export const ITEM_COLUMNS = `id, position, kind, subject_id as "subjectId", title, proposal, path, payload, result`;
