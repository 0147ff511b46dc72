import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { applicationPolicy } from '../access/application.policy.js';
import { hasUnsentChanges, type ApplicationRow } from '../model/application.js';
import { isReceiving } from '../model/application.lifecycle.js';
import type { DraftProposal } from '../model/draft-proposal.js';
import { problemsOf, type Problem } from '../model/submission-check.js';
import { applicationById } from '../use-cases/lock-application.js';
import { formNews, type FormNews } from './form-news.js';
import { draftOf } from './draft-proposal.js';

/** Everything that the pages of the form show. */
export interface ApplicationForWriting {
  application: ApplicationRow;
  settings: CompetitionSettings;
  draft: DraftProposal;
  problems: Problem[];
  /** Null while the form can be changed, else the code of the reason why not. */
  closedBecause: string | null;
  /** Suspended, cancelled, not held: told instead of any time by which something was due. */
  isStopped: boolean;
  hasUnsentChanges: boolean;
  /** What the form asks differently since they last looked; null = nothing. */
  news: FormNews | null;
}

const STOPPED: readonly string[] = ['suspended', 'cancelled', 'not-held'];

/** The form of a proposal, for those who write it. */
@Injectable()
export class ReadApplicationForWriting {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for everybody but the applicants of its organisation */
  async execute(ctx: Context, id: string): Promise<ApplicationForWriting> {
    const application = await applicationById(this.db, id);
    demand(applicationPolicy, 'write', ctx.actor, application);
    const settings = await competitionSettings(this.db, application.competitionId);
    const draft = await draftOf(this.db, application);
    const isDecided = application.state === 'admitted' || application.state === 'refused';
    return {
      ...{ application, settings, draft, problems: problemsOf(draft, settings) },
      closedBecause: isDecided ? 'applications.closed' : isReceiving({ ...application, now: ctx.now }),
      isStopped: STOPPED.includes(settings.state),
      hasUnsentChanges: hasUnsentChanges(application),
      news: await formNews(this.db, application, settings),
    };
  }
}
