import { Injectable } from '@nestjs/common';
import { competitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { applicationPolicy } from '../access/application.policy.js';
import type { Look } from '../model/showing.js';
import { problemsOf } from '../model/submission-check.js';
import { applicationById } from '../use-cases/lock-application.js';
import { draftOf } from './draft-proposal.js';

const LOOKS_MAX = 100;

/** A draft that its applicant shows, for who has typed the code, until the hour is over. */
@Injectable()
export class ShownDraft {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, showingId: string) {
    const showing = await this.db.one<{ applicationId: string; expiresAt: Date }>(
      `select s.application_id as "applicationId", s.expires_at as "expiresAt"
         from applications.draft_showing s join applications.draft_look k on k.showing_id = s.id
        where s.id = $1 and k.person_id = $2 and s.expires_at > $3`,
      [showingId, ctx.actor.personId, new Date()],
    );
    if (!showing) throw new NotFound('applications.showing-over');
    const application = await applicationById(this.db, showing.applicationId);
    const settings = await competitionSettings(this.db, application.competitionId);
    const draft = await draftOf(this.db, application);
    return { application, settings, draft, problems: problemsOf(draft, settings), expiresAt: showing.expiresAt };
  }

  /** Who looked, for the applicants; the last one first. */
  async looks(ctx: Context, applicationId: string): Promise<Look[]> {
    demand(applicationPolicy, 'write', ctx.actor, await applicationById(this.db, applicationId));
    return this.db.rows<Look>(
      `select p.full_name as "fullName", k.looked_at as "lookedAt"
         from applications.draft_look k
         join applications.draft_showing s on s.id = k.showing_id
         join identity.v_person p on p.id = k.person_id
        where s.application_id = $1 order by k.looked_at desc limit ${LOOKS_MAX}`,
      [applicationId],
    );
  }
}
