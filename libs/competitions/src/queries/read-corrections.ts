import { withoutPersonalData } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import type { CorrectedSubject, CorrectionRow } from '../model/correction.js';

/** More slips than one competition will ever mend. */
const CORRECTIONS_MAX = 500;

/** A mended answer repeats no telephone of who asked (rule 55); the telephones of the organiser are there to be read. */
const withoutTraces = (row: CorrectionRow): CorrectionRow => ({
  ...row,
  was: withoutPersonalData(row.was),
  becomes: withoutPersonalData(row.becomes),
});

/** The corrections of a competition, newest first; public as the competition is. */
export async function correctionsOf(
  reader: Reader,
  competitionId: string,
  subjects?: readonly CorrectedSubject[],
): Promise<CorrectionRow[]> {
  const rows = await reader.rows<CorrectionRow>(
    `select c.id, c.competition_id as "competitionId", c.number, c.subject, c.field, c.place, c.was, c.becomes, c.reason,
            c.act_number as "actNumber", c.act_on::text as "actOn", c.register_code as "registerCode",
            c.minutes_number as "minutesNumber", c.made_at as "madeAt", p.full_name as "madeByName"
       from competitions.correction c join identity.v_person p on p.id = c.made_by
      where c.competition_id = $1 and ($2::text[] is null or c.subject = any($2))
      order by c.number desc limit ${CORRECTIONS_MAX}`,
    [competitionId, subjects ?? null],
  );
  return rows.map((row) => (row.subject === 'answer' ? withoutTraces(row) : row));
}
