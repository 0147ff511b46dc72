import { Injectable } from '@nestjs/common';
import { awardPaths } from '#libs/awards';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { complaintPaths } from '../paths.js';

const ITEMS_MAX = 50;

/** Adopted minutes gave money to others, and no order has made the awards follow. */
const UNFOLLOWED = `exists (
  select from jsonb_array_elements(w.effect) e where e -> 'before' ->> 'amountKop' <> e -> 'after' ->> 'amountKop')
  and not exists (select from awards.v_followed_change f where f.source_id = m.id)`;

interface Waiting {
  id: string;
  number: string;
  context: string;
  todo: string;
  competitionId: string;
  role: string;
  dueOn: string | null;
}

/** Complaints by their term: to be given to somebody, looked at, signed, and taken to the commission. */
@Implements(DeskSource)
@Injectable()
export class ComplaintDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const officerOf = scopesOf(ctx.actor, ['officer']);
    const directorOf = scopesOf(ctx.actor, ['director']);
    const rows = await reader.rows<Waiting>(
      `select * from (
         select m.id, m.number, m.competition_id as "competitionId", c.title as context, coalesce(m.extended_to, m.due_on)::text as "dueOn",
                case when m.reviewer_id = $1 and m.state = 'open' then 'review'
                     when m.organiser_id = any($2) and m.state = 'open' and m.reviewer_id is null then 'assign'
                     when m.organiser_id = any($3) and m.state = 'proposed' then 'sign'
                     when m.state = 'answered' and w.is_adopted then 'follow'
                     when m.organiser_id = any($2) and m.state = 'answered' then 'minutes' end as todo,
                case when m.organiser_id = any($3) and (m.state = 'proposed' or w.is_adopted) then 'director'
                     when m.organiser_id = any($2) then 'officer' else 'commission-member' end as role
           from complaints.complaint m
           join competitions.v_competition c on c.id = m.competition_id
           left join complaints.answer w on w.complaint_id = m.id and w.signed_at is not null
          where (m.state in ('open', 'proposed') and (m.reviewer_id = $1 or m.organiser_id = any($2) or m.organiser_id = any($3)))
             or (m.state = 'answered' and m.organiser_id = any($2) and w.correction is not null
                and w.carried_at is null and w.session_id is null)
             or (w.is_adopted and (m.organiser_id = any($2) or m.organiser_id = any($3)) and ${UNFOLLOWED})
       ) waiting where todo is not null order by "dueOn", number limit ${ITEMS_MAX}`,
      [ctx.actor.personId, officerOf, directorOf],
    );
    return rows.map(({ id, number, competitionId, context, todo, role, dueOn }) => ({
      title: phrase(ctx.lang, `complaints:desk.${todo}`, { number }),
      ...{ context, role, href: todo === 'follow' ? awardPaths.changes(competitionId) : complaintPaths.show(id) },
      dueAt: dueOn === null || todo === 'minutes' || todo === 'follow' ? null : kyivInstant(dueOn, '23:59:59'),
    }));
  }
}
