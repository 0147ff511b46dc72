import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { complaintPolicy } from '../access/complaint.policy.js';
import { sourceOf } from '../model/complaint-terms.js';
import { contestable, otherWinners } from './contestable.js';
import { signedAnswers } from './read-answer.js';
import { complaintsOf } from './read-complaints.js';

/** What an organisation may contest about its proposal, and what it has contested. */
@Injectable()
export class ComplaintsOfProposal {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, applicationId: string) {
    const { proposal, competition, decisions } = await contestable(this.db, applicationId);
    demand(complaintPolicy, 'see', ctx.actor, { ...competition, ...proposal });
    const complaints = await complaintsOf(this.db, applicationId);
    const answers = await signedAnswers(
      this.db,
      complaints.map(({ id }) => id),
    );
    const winners = decisions.some(({ decision }) => decision === 'result')
      ? await otherWinners(this.db, proposal)
      : [];
    const term = sourceOf(competition, 'complaintDays');
    return { proposal, competition, decisions, complaints, answers, winners, term };
  }

  /** The submitted proposal with this register code in the competition; undefined when there is none. */
  async byCode(competitionId: string, registerCode: string): Promise<string | undefined> {
    const row = await this.db.one<{ id: string }>(
      `select id from applications.v_application
        where competition_id = $1 and register_code = $2 and state in ('admitted', 'refused')`,
      [competitionId, registerCode],
    );
    return row?.id;
  }
}
