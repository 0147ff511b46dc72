/**
 * What a notice is about, as a person sorts and mutes it. Obligatory kinds always go as a letter at once; the reason is
 * told to whoever would switch them off (`notifications:kind.<kind>.why`).
 */
const KINDS = {
  /** What somebody decided about an organisation: terms run from it. */
  decision: { isObligatory: true },
  /** Proof that something was done: a receipt, a withdrawal. */
  receipt: { isObligatory: true },
  /** Duties in a commission: an appointment, a session, a declaration. */
  duty: { isObligatory: true },
  /** The account, its powers and its safety. */
  account: { isObligatory: true },
  /** Work that waits, and what others have finished. */
  work: { isObligatory: false },
  /** A date comes near. */
  reminder: { isObligatory: false },
  /** News that somebody subscribed to, with or without an account. */
  subscription: { isObligatory: false },
} as const;

export type NoticeKind = keyof typeof KINDS;

export const NOTICE_KINDS = Object.keys(KINDS) as NoticeKind[];
export const OPTIONAL_KINDS = NOTICE_KINDS.filter((kind) => !KINDS[kind].isObligatory);

/** Also false for the daily letter itself, which is no kind of notice. */
export const isObligatory = (kind: string): boolean => kind in KINDS && KINDS[kind as NoticeKind].isObligatory;

/** Its letters end by the subscription, not by the kind. */
export const SUBSCRIPTION: NoticeKind = 'subscription';

/** The daily letter: a message that gathers notices and is none, so it does not lie in the cabinet. */
export const DIGEST = 'digest';
