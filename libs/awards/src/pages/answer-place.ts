import type { ApplicationRow } from '#libs/applications';
import { holds, type Context } from '#libs/platform/access';
import type { AwardRow } from '../model/award.js';
import { awardPaths } from '../paths.js';

/** Where an answer to an award is read: the result in the cabinet, or, for the officer who answers for paper, the awards. */
export const answerPlace = (
  { actor }: Context,
  { application, award }: { application: ApplicationRow; award: Pick<AwardRow, 'competitionId'> },
  done?: 'agreed' | 'refused',
): string =>
  holds(actor, ['applicant'], application.organisationId)
    ? `${awardPaths.applicationResult(application.id)}${done ? `?done=${done}` : ''}`
    : awardPaths.changes(award.competitionId);
