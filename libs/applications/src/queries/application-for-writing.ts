import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { applicationPolicy } from '../access/application.policy.js';
import { hasUnsentChanges, isBeingTyped, type ApplicationRow } from '../model/application.js';
import { isWritable } from '../model/application.lifecycle.js';
import type { DraftProposal } from '../model/draft-proposal.js';
import { problemsOf, type Problem } from '../model/submission-check.js';
import { applicationPaths } from '../paths.js';
import { applicationById } from '../use-cases/lock-application.js';
import type { Part } from '../model/parts.js';
import { mendingOf, mendingWindow, type Mending } from './mending.js';
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
  /** Given back for mending (rule 38), now or before; null = never. */
  mending: Mending | null;
  /** The only pages that may be changed; null = all of them, as far as the form is open. */
  partsOpen: readonly Part[] | null;
  /** Suspended, cancelled, not held: told instead of any time by which something was due. */
  isStopped: boolean;
  hasUnsentChanges: boolean;
  /** What this person may do with it. */
  may: { write: boolean; send: boolean };
  /** What the form asks differently since they last looked; null = nothing. */
  news: FormNews | null;
  /** Where who types it from paper goes back to; null for everything that came through the portal. */
  envelopePath: string | null;
}

const STOPPED: readonly string[] = ['suspended', 'cancelled', 'not-held'];

/** The form of a proposal, for those who write it. */
@Injectable()
export class ReadApplicationForWriting {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for everybody but the applicants of its organisation */
  async execute(ctx: Context, id: string): Promise<ApplicationForWriting> {
    const application = await applicationById(this.db, id);
    demand(applicationPolicy, 'follow', ctx.actor, application);
    const settings = await competitionSettings(this.db, application.competitionId);
    const draft = await draftOf(this.db, application);
    const mending = await mendingOf(this.db, id);
    const isOpen = mending?.state === 'open' && application.state === 'submitted';
    const isDecided = application.state === 'admitted' || application.state === 'refused';
    return {
      ...{ application, settings, draft, problems: problemsOf(draft, settings) },
      closedBecause: isDecided
        ? 'applications.closed'
        : isWritable({ ...application, now: ctx.now, mending: isOpen ? mendingWindow(mending) : null }),
      mending,
      partsOpen: isOpen ? mendingWindow(mending).parts : null,
      isStopped: STOPPED.includes(settings.state),
      hasUnsentChanges: hasUnsentChanges(application),
      may: {
        write: applicationPolicy.write.allows(ctx.actor, application),
        send: applicationPolicy.send.allows(ctx.actor, application),
      },
      news: await formNews(this.db, application, settings),
      envelopePath: isBeingTyped(application) ? await this.envelopePath(application) : null,
    };
  }

  private async envelopePath({ id, competitionId }: ApplicationRow): Promise<string> {
    const row = await this.db.one<{ id: string }>('select id from applications.envelope where application_id = $1', [
      id,
    ]);
    return applicationPaths.envelope(competitionId, row!.id);
  }
}
