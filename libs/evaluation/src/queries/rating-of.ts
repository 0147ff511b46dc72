import type { Reader } from '#libs/platform/database';

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

/** The computed rating, places first, then the rest by score. Empty before it is computed. Who may see it is the caller's policy. */
export function ratingOf(reader: Reader, competitionId: string): Promise<RatingRow[]> {
  return reader.rows<RatingRow>(
    `select r.application_id as "applicationId", v.register_code as "registerCode", v.title,
            v.organisation_short_name as "organisationName", r.place, r.points_sum::float8 as "pointsSum",
            r.sheets_count as "sheetsCount", r.is_passed as "isPassed", r.tie_step as "tieStep", r.criteria
       from evaluation.v_rating r join applications.v_application v on v.id = r.application_id
      where r.competition_id = $1
      order by r.place, r.points_sum::numeric / greatest(r.sheets_count, 1) desc, v.register_code`,
    [competitionId],
  );
}
