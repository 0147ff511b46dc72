import type { FileKind } from '#libs/documents';

export const PAPER_FILE_KINDS = ['pdf', 'jpeg', 'png'] as const satisfies readonly FileKind[];
export const PAPER_FILE_MAX_MB = 20;
export const PAPER_REASON_MAX = 1_000;

/** How somebody who handles the paper sheet of another stands to its proposal. */
export interface Handler {
  personId: string | null;
  /** Staff score nothing and declare nothing. */
  isStaff: boolean;
  /** «None» was declared by a member of the commission. */
  hasDeclaredNone: boolean;
  hasConflict: boolean;
  /** Has an own sheet of this proposal that is not signed yet. */
  owesSheet: boolean;
}

/**
 * Null = may see and handle it. Not somebody with a conflict (rule 32) or without a declaration (rule 31), not the scorer,
 * and no member whose own sheet is not signed: they would see the points of another before (rule 42).
 */
export function whyNotHandling(handler: Handler, scorerId: string): string | null {
  if (handler.personId === scorerId) return 'evaluation.paper-own';
  if (handler.hasConflict || (!handler.isStaff && !handler.hasDeclaredNone)) return 'evaluation.paper-conflict';
  return handler.owesSheet ? 'evaluation.paper-sign-own-first' : null;
}
