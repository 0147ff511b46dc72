import { Injectable } from '@nestjs/common';
import { CompetitionObstacles, competitionById, type CompetitionAction, type CompetitionRow } from '#libs/competitions';
import { COMMISSION_ROLES, peopleWithRole } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { commissionGaps } from '../model/commission-gaps.js';
import { commissionRulesOf } from './commission-rules.js';
import { expertShortage } from './assignment-problem.js';
import { ratingObstacles } from './rating-obstacles.js';

/** What the evaluation sees in the way of a step of a competition. */
@Implements(CompetitionObstacles)
@Injectable()
export class EvaluationObstacles implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]> {
    if (action === 'rate') return ratingObstacles(reader, competitionId);
    if (action !== 'publish' && action !== 'start-scoring') return [];
    const competition = await competitionById(reader, competitionId);
    const gaps = await commissionObstacles(reader, competition);
    return action === 'publish' ? gaps : [...gaps, ...(await shortageObstacle(reader, competition))];
  }
}

/** rule 29; the share of civil society is shown on the page of the commission, not enforced. */
async function commissionObstacles(reader: Reader, competition: CompetitionRow): Promise<string[]> {
  const seats = await peopleWithRole(reader, competition.id, COMMISSION_ROLES);
  return commissionGaps(seats, commissionRulesOf(competition))
    .filter((gap) => gap !== 'cso-share')
    .map((gap) => `evaluation.${gap}`);
}

async function shortageObstacle(reader: Reader, competition: CompetitionRow): Promise<string[]> {
  if (competition.scoringMode !== 'k-of-n') return [];
  return (await expertShortage(reader, competition)) ? ['evaluation.experts-too-few'] : [];
}
