import { isInTime, kyivDay } from '#libs/platform/clock';

export const ENVELOPE_STATES = ['sealed', 'typing', 'checking', 'accepted', 'set-aside'] as const;
export type EnvelopeState = (typeof ENVELOPE_STATES)[number];

export const CHANNELS = ['in-person', 'post', 'courier', 'e-mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the operator writes down at the door; nothing of the content. */
export interface NewEnvelope {
  /** Number in the register of incoming papers of the authority. */
  incomingNumber: string;
  receivedAt: Date;
  channel: Channel;
  /** Kyiv day of the postmark; only of what came by post. */
  postmarkOn: string | null;
  /** As it is written on the envelope or in the letter. */
  sender: string;
  /** Where the receipt goes; null = it is printed. */
  email: string | null;
}

export interface EnvelopeRow extends NewEnvelope {
  id: string;
  competitionId: string;
  registerCode: string;
  state: EnvelopeState;
  version: number;
  scanDocumentId: string | null;
  receiptDocumentId: string | null;
  registeredAt: Date;
  registeredByName: string;
  applicationId: string | null;
  typedBy: string | null;
  typedByName: string | null;
  checkedByName: string | null;
  checkedAt: Date | null;
  note: string;
}

/** Whose files they are, for the documents. */
export const ENVELOPE = 'envelope';

export const ENVELOPE_LIMITS = { incomingNumber: 60, sender: 300, note: 1_000, scanMb: 20 } as const;

export type PostCountedBy = 'arrival' | 'postmark';

/**
 * rule 16: an envelope is late when it arrived after the closing, to the second; where the rules count what is posted
 * by the postmark, when it was posted after the last day.
 */
export function isLate(
  { receivedAt, channel, postmarkOn }: Pick<NewEnvelope, 'receivedAt' | 'channel' | 'postmarkOn'>,
  { closesAt, postCountedBy }: { closesAt: Date; postCountedBy: PostCountedBy | null },
): boolean {
  const byPostmark = postCountedBy === 'postmark' && channel === 'post' && postmarkOn !== null;
  return byPostmark ? postmarkOn > kyivDay(closesAt) : !isInTime(receivedAt, closesAt);
}

/** Columns of `EnvelopeRow` over envelope `e`. */
export const ENVELOPE_COLUMNS = `
  e.id, e.competition_id as "competitionId", e.register_code as "registerCode", e.state, e.version,
  e.incoming_number as "incomingNumber", e.received_at as "receivedAt", e.channel, e.postmark_on::text as "postmarkOn",
  e.sender, e.email, e.scan_document_id as "scanDocumentId", e.receipt_document_id as "receiptDocumentId",
  e.registered_at as "registeredAt", r.full_name as "registeredByName", e.application_id as "applicationId",
  e.typed_by as "typedBy", t.full_name as "typedByName", k.full_name as "checkedByName", e.checked_at as "checkedAt", e.note`;

export const ENVELOPE_FROM = `
  from applications.envelope e
  join identity.v_person r on r.id = e.registered_by
  left join identity.v_person t on t.id = e.typed_by
  left join identity.v_person k on k.id = e.checked_by`;
