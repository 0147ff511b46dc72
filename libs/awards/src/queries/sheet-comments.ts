import type { Reader } from '#libs/platform/database';

/** What one member wrote on one proposal; `criterionKey` null = on the proposal as a whole. */
export interface SheetComments {
  comments: { criterionKey: string | null; comment: string }[];
}

/**
 * Comments of signed sheets without their authors, in an order that says nothing about them:
 * random, but the same at every reading (rule 56).
 */
export function sheetComments(reader: Reader, applicationId: string): Promise<SheetComments[]> {
  return reader.rows(
    `select json_agg(json_build_object('criterionKey', c.criterion_key, 'comment', c.comment)
                     order by k.position nulls first) as comments
       from evaluation.v_sheet_comment c
       join applications.v_application a on a.id = c.application_id
       left join competitions.v_criterion k on k.competition_id = a.competition_id and k.key = c.criterion_key
      where c.application_id = $1 group by c.sheet_id order by md5(c.sheet_id::text)`,
    [applicationId],
  );
}
