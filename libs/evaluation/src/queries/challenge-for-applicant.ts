import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { COMMISSION_ROLES } from '#libs/identity';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { challengeWindow } from '../model/challenge.js';

export interface ChallengedMember {
  personId: string;
  fullName: string;
  role: string;
  position: string;
  /** What this applicant challenged the member with; null = not challenged. */
  reason: string | null;
  state: string | null;
  decisionReason: string | null;
}

export interface ChallengeView {
  competition: CompetitionRow;
  registerCode: string;
  title: string;
  isOpen: boolean;
  /** The last Kyiv day; null = until the scoring starts. */
  untilOn: string | null;
  members: ChallengedMember[];
}

/** The commission as an applicant sees it, and what became of the challenges; experts stay unknown to applicants. */
@Injectable()
export class ChallengeForApplicant {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for everybody but those who act for the applicant */
  async execute(ctx: Context, applicationId: string): Promise<ChallengeView> {
    const found = await this.db.one<{
      competitionId: string;
      organisationId: string;
      registerCode: string;
      title: string;
    }>(
      `select competition_id as "competitionId", organisation_id as "organisationId", register_code as "registerCode", title
         from applications.v_application where id = $1 and state in ('submitted', 'admitted')`,
      [applicationId],
    );
    if (!found || !holds(ctx.actor, ['applicant'], found.organisationId)) throw new NotFound();
    const competition = await competitionById(this.db, found.competitionId);
    const { registerCode, title } = found;
    const members = await this.members(competition.id, applicationId);
    return { competition, registerCode, title, ...challengeWindow(competition, ctx.now), members };
  }

  private members(competitionId: string, applicationId: string): Promise<ChallengedMember[]> {
    return this.db.rows<ChallengedMember>(
      `select r.person_id as "personId", r.full_name as "fullName", r.role, r.position, q.reason, q.state,
              q.decision_reason as "decisionReason"
         from identity.v_role r
         left join evaluation.conflict_question q
           on q.application_id = $2 and q.person_id = r.person_id and q.source = 'challenge'
        where r.scope_id = $1 and r.role = any($3)
        order by array_position($3, r.role), r.full_name collate "uk-x-icu", r.person_id`,
      [competitionId, applicationId, COMMISSION_ROLES],
    );
  }
}
