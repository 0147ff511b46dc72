import type { Lang } from '#libs/platform/access';
import { kyivInstant, shortDate } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import type { Stay } from '../model/stay.js';

/** A stay that no confirmed ruling has lifted; `r` is the ruling. */
export const STANDS = `r.kind = 'stay' and r.state = 'confirmed' and not exists (
  select from rulings.ruling l where l.lifts_id = r.id and l.state = 'confirmed')`;

/** What courts hold in a competition now, the earliest first. The one place that says so. */
export const standingStays = (reader: Reader, competitionId: string): Promise<Stay[]> =>
  reader.rows<Stay>(
    `select r.id, r.court, r.case_number as "caseNumber", r.ruled_on::text as "ruledOn", r.is_whole as "isWhole",
            array(select n.application_id from rulings.named n where n.ruling_id = r.id) as "applicationIds"
       from rulings.ruling r where r.competition_id = $1 and ${STANDS} order by r.confirmed_at, r.id`,
    [competitionId],
  );

/** Why money waits, in words that name the ruling. */
export const stayInWords = ({ court, caseNumber, ruledOn }: Stay, lang: Lang): string =>
  phrase(lang, 'rulings:hold', { court, caseNumber, on: shortDate(kyivInstant(ruledOn, '12:00')) });
