import { Injectable } from '@nestjs/common';
import { applicationById } from '#libs/applications';
import type { RatingCriterion } from '#libs/evaluation';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { resultPolicy } from '../access/award.policy.js';
import { resultForApplication, type ApplicationResult } from './result-for-application.js';
import { sheetComments, type SheetComment } from './sheet-comments.js';

export interface Feedback extends Pick<ApplicationResult, 'application' | 'competition'> {
  criteria: readonly RatingCriterion[];
  /** Mean of all rated proposals, by the key of the criterion. */
  means: ReadonlyMap<string, number>;
  comments: SheetComment[];
}

/** What those who scored said, criterion by criterion: for the organisation of the proposal, from the order on (rule 56). */
@Injectable()
export class FeedbackForApplicant {
  constructor(private readonly db: Database) {}

  /** @throws NotFound where nobody scored it, or before the order */
  async execute(ctx: Context, applicationId: string): Promise<Feedback> {
    demand(resultPolicy, 'see', ctx.actor, await applicationById(this.db, applicationId));
    const result = await resultForApplication(this.db, applicationId);
    const criteria = result?.rated?.criteria ?? [];
    if (!result || criteria.length === 0) throw new NotFound();
    const { application, competition } = result;
    const [means, comments] = [await meansOf(this.db, competition.id), await sheetComments(this.db, applicationId)];
    return { application, competition, criteria, means, comments };
  }
}

async function meansOf(reader: Reader, competitionId: string): Promise<Map<string, number>> {
  const rows = await reader.rows<{ key: string; mean: number }>(
    `select one ->> 'key' as key, avg((one ->> 'sum')::numeric / (one ->> 'count')::int)::float8 as mean
       from evaluation.v_rating r cross join jsonb_array_elements(r.criteria) one
      where r.competition_id = $1 and (one ->> 'count')::int > 0 group by 1`,
    [competitionId],
  );
  return new Map(rows.map(({ key, mean }) => [key, mean]));
}
