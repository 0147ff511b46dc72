import { toSafeInteger } from '#libs/platform/money';
import type { CompetitionState } from './competition.js';

/** What an authority may do with a competition after its announcement, by an act with number, date and reason. */
export const ACT_KINDS = ['extend', 'suspend', 'resume', 'change-pot', 'not-held', 'cancel'] as const;
export type ActKind = (typeof ACT_KINDS)[number];
export type ActState = 'prepared' | 'confirmed' | 'dropped';

/** Settings that an act changed; days and instants as ISO text, sums in kopecks. */
export type ChangedSettings = Record<string, string | number | null>;

/** After the decision, and after an end, no act changes a competition any more. */
export const canStillAct = (state: CompetitionState): boolean => !['decided', 'cancelled', 'not-held'].includes(state);

export interface ActRow {
  id: string;
  competitionId: string;
  kind: ActKind;
  state: ActState;
  /** 1, 2, 3 … in the order of confirmation; its public address. */
  position: number | null;
  /** As the authority numbers its orders. */
  number: string;
  /** Kyiv day of the act. */
  actOn: string;
  reason: string;
  potKop: number | null;
  closesAt: Date | null;
  documentId: string | null;
  preparedAt: Date;
  preparedBy: string;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  signerName: string | null;
  signerPosition: string | null;
  changes: { before?: ChangedSettings; after?: ChangedSettings };
}

/** The columns of competitions.act as a row; `readAct` makes an ActRow of it. */
export const ACT_COLUMNS = `
  id, competition_id as "competitionId", kind, state, position, number, act_on::text as "actOn", reason,
  pot_kop as "potKop", closes_at as "closesAt", document_id as "documentId", prepared_at as "preparedAt",
  prepared_by as "preparedBy", confirmed_by as "confirmedBy",
  confirmed_at as "confirmedAt", signer_name as "signerName", signer_position as "signerPosition", changes`;

export type StoredAct = Omit<ActRow, 'potKop'> & { potKop: string | null };

export const readAct = (stored: StoredAct): ActRow => ({
  ...stored,
  potKop: stored.potKop === null ? null : toSafeInteger(stored.potKop),
});
