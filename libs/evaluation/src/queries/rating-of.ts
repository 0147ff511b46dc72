import type { Reader } from '#libs/platform/database';
import type { Found, RowFinder } from '#libs/platform/http';

export interface RatingCriterion {
  key: string;
  title: string;
  /** The mean is exactly sum / count. */
  sum: number;
  count: number;
  maxPoints: number;
}

export interface RatingRow {
  applicationId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  /** Null below the passing score. */
  place: number | null;
  /** The score is exactly pointsSum / sheetsCount. */
  pointsSum: number;
  sheetsCount: number;
  isPassed: boolean;
  tieStep: string | null;
  criteria: RatingCriterion[];
}

const RATED = `
  select r.application_id as "applicationId", v.register_code as "registerCode", v.title,
         v.organisation_short_name as "organisationName", r.place, r.points_sum::float8 as "pointsSum",
         r.sheets_count as "sheetsCount", r.is_passed as "isPassed", r.tie_step as "tieStep", r.criteria
    from evaluation.v_rating r join applications.v_application v on v.id = r.application_id
   where r.competition_id = $1`;

/** Places first, then the rest by score; over the names of a row. */
export const RATING_ORDER = 'place, "pointsSum"::numeric / greatest("sheetsCount", 1) desc, "registerCode"';

/** The computed rating in its order. Empty before it is computed. Who may see it is the caller's policy. */
export function ratingOf(reader: Reader, competitionId: string): Promise<RatingRow[]> {
  return reader.rows<RatingRow>(`select * from (${RATED}) rated order by ${RATING_ORDER}`, [competitionId]);
}

/** What was asked for of it: a page, what a search finds. */
export function listedRating(reader: Reader, competitionId: string, asked: RowFinder): Promise<Found<RatingRow>> {
  const bare = 'select from evaluation.v_rating where competition_id = $1';
  return asked.find<RatingRow>(reader, RATED, [competitionId], bare);
}
