import type { Lang } from '#libs/platform/access';
import type { NoticeKind } from './notice-kinds.js';

export interface Recipient {
  /** Null for an address without an account. */
  personId: string | null;
  email: string;
  language: Lang;
}

export interface Notice {
  to: Recipient;
  /** What it is about: says whether the person may do without the letter, see `model/notice-kinds.ts`. */
  kind: NoticeKind;
  /** The authority whose notice it is; null for what is between the person and the system. */
  organiserId: string | null;
  /** `<lib>.<name>`: the words are `<lib>:mail.<name>.subject` and `.body` (plain text, `{{link}}` for the address). */
  template: string;
  data?: Record<string, unknown>;
  /** Page the notice leads to, without the language prefix; becomes `{{link}}`. */
  path?: string;
  /** Documents to attach. */
  documentIds?: string[];
  /** The body holds a token: it is erased once the letter is delivered, and does not lie in the cabinet. */
  holdsSecret?: boolean;
  /** A second notice with the same key is not queued. */
  onceKey?: string;
  /**
   * A term runs from this notice: whose organisation is told, and about what (the id of a proposal, say). When it is not
   * delivered or not opened the officer of the authority phones. `noticeClocks` says from when the term runs.
   */
  startsClock?: { aboutId: string; organisationId: string };
}
