import type { Reader } from '#libs/platform/database';

/** More than an authority holds in many years. */
const SHOWN_MAX = 200;

/** The announced competitions of these authorities, of this and of earlier years, for a choice. */
export function competitionsOf(
  reader: Reader,
  organiserIds: readonly string[],
): Promise<{ value: string; text: string }[]> {
  return reader.rows(
    `select id as value, concat_ws(' – ', code, title) as text from competitions.v_competition
      where organiser_id = any($1) and state <> 'draft' and not is_rehearsal
      order by budget_year desc nulls last, id desc limit $2`,
    [organiserIds, SHOWN_MAX],
  );
}
