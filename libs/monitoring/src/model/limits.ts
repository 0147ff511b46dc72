import type { FileKind } from '#libs/documents';

/** Expenses of one report. */
export const EXPENSES_MAX = 500;
/** Groups of people in one report. */
export const REACH_MAX = 60;
/** What a photo or a scan of a document may be. */
export const EXPENSE_FILE_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png'];
export const EXPENSE_FILE_MAX_MB = 20;
export const VERSION_MAX = 1_000_000;
export const STORY_MAX = 6000;
export const TEXT_MAX = 500;
export const REASON_MAX = 2000;
