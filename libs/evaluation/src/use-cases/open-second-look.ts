import { Injectable } from '@nestjs/common';
import { secondLookOf, type CompetitionSettings } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { secondLookOpened } from '../model/evaluation.facts.js';
import type { ScoredProposal } from '../model/rating.js';
import { causeOf, type SecondLookCause } from '../model/second-look.js';
import { FillQueues } from './fill-queues.js';

interface Found {
  applicationId: string;
  cause: SecondLookCause;
}

/**
 * When all sheets are signed, the proposals that meet the published condition are looked at again: one more expert
 * scores them (rule 44 counts all sheets). It happens once, by the sheets of that moment, and by no hand.
 */
@Injectable()
export class OpenSecondLook {
  constructor(private readonly fillQueues: FillQueues) {}

  /** The competition is locked by the caller. True when the rating has to wait. */
  async within(tx: Tx, competition: CompetitionSettings, scored: readonly ScoredProposal[]): Promise<boolean> {
    const look = secondLookOf(competition);
    if (!look || (await wasOpened(tx, competition.id))) return false;
    const passing = competition.passingHundredths ?? 0;
    const found = scored.flatMap(({ applicationId, sheets }): Found[] => {
      const cause = causeOf(look, sheets, passing);
      return cause ? [{ applicationId, cause }] : [];
    });
    if (found.length === 0) return false;
    await save(tx, competition.id, found, look.extraSheet);
    tx.record(secondLookOpened, {
      subjectId: competition.id,
      scopeId: competition.id,
      particulars: { proposals: found.map(({ applicationId, cause }) => [applicationId, cause]) },
    });
    await this.fillQueues.within(tx, competition);
    return true;
  }
}

async function wasOpened(tx: Tx, competitionId: string): Promise<boolean> {
  const found = await tx.one('select from evaluation.second_look where competition_id = $1 limit 1', [competitionId]);
  return found !== undefined;
}

async function save(tx: Tx, competitionId: string, found: readonly Found[], hasExtra: boolean): Promise<void> {
  await tx.change(
    `insert into evaluation.second_look (application_id, competition_id, cause, opened_at, has_extra)
     select application_id, $1, cause, $2, $3 from unnest($4::uuid[], $5::text[]) as one (application_id, cause)`,
    [competitionId, tx.now, hasExtra, found.map(({ applicationId }) => applicationId), found.map(({ cause }) => cause)],
  );
}
