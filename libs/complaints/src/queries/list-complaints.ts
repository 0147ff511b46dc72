import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { complaintsPolicy } from '../access/complaint.policy.js';
import type { Decision, Outcome } from '../model/complaint.js';

export const STAGES = ['open', 'overdue', 'proposed', 'answered', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

export interface ComplaintListRow {
  id: string;
  number: string;
  receivedOn: string;
  organisationName: string;
  title: string;
  competitionTitle: string;
  decision: Decision;
  stage: Stage;
  dueOn: string;
  reviewerName: string | null;
  outcome: Outcome | null;
}

const ROWS = `
  select m.id, m.number, m.received_on::text as "receivedOn", a.organisation_name as "organisationName", a.title,
         c.title as "competitionTitle", m.decision, coalesce(m.extended_to, m.due_on)::text as "dueOn",
         case when m.state in ('open', 'proposed') and coalesce(m.extended_to, m.due_on) < $1 then 'overdue' else m.state end as stage,
         p.full_name as "reviewerName", case when w.signed_at is not null then w.outcome end as outcome
    from complaints.complaint m
    join applications.v_application a on a.id = m.application_id
    join competitions.v_competition c on c.id = m.competition_id
    left join identity.v_person p on p.id = m.reviewer_id
    left join complaints.answer w on w.complaint_id = m.id`;

/** The complaints of my authority, or those about one competition. */
@Injectable()
export class ListComplaints {
  constructor(private readonly db: Database) {}

  ofAuthority(ctx: Context, asked: AskedList<ComplaintListRow>): Promise<Found<ComplaintListRow>> {
    const scopes = scopesOf(ctx.actor, ['officer', 'director']);
    const where = 'where (m.organiser_id = any($2) or c.co_organiser_id = any($2)) and not c.is_rehearsal';
    return asked.find(this.db, `${ROWS} ${where}`, [kyivDay(ctx.now), scopes]);
  }

  async ofCompetition(ctx: Context, id: string, asked: AskedList<ComplaintListRow>) {
    const competition = await competitionById(this.db, id);
    demand(complaintsPolicy, 'see', ctx.actor, competition);
    const found = await asked.find(this.db, `${ROWS} where m.competition_id = $2`, [kyivDay(ctx.now), id]);
    return { competition, found, mayRegister: complaintsPolicy.keep.allows(ctx.actor, competition) };
  }
}
