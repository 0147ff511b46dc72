import type { Reader } from '#libs/platform/database';

/** What somebody wrote on one proposal; `criterionKey` null = on the proposal as a whole. */
export interface SheetComment {
  criterionKey: string | null;
  comment: string;
}

/**
 * Comments of signed sheets without their authors, for each criterion in an order of its own that says nothing about them:
 * random, but the same at every reading (rule 56).
 */
export function sheetComments(reader: Reader, applicationId: string): Promise<SheetComment[]> {
  return reader.rows(
    `select criterion_key as "criterionKey", comment from evaluation.v_sheet_comment
      where application_id = $1 order by md5(sheet_id::text || coalesce(criterion_key, ''))`,
    [applicationId],
  );
}
