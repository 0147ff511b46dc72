import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { kyivInstant } from '#libs/platform/clock';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { ADMISSION } from '../model/admission.js';
import { applicationPaths } from '../paths.js';

interface Waiting {
  id: string;
  title: string;
  admissionUntil: string | null;
  undrafted: number;
  undecided: number;
  hasSession: boolean;
}

const ITEMS_MAX = 50;

/** For the officer of either authority: proposals to check, then a session to call. What the commission owes stands on its own desk. */
@Implements(DeskSource)
@Injectable()
export class AdmissionDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const waiting = await reader.rows<Waiting>(
      `select c.id, c.title, c.admission_until::text as "admissionUntil",
              count(*) filter (where d.verdict is null)::int as undrafted, count(*)::int as undecided,
              exists (select from sessions.v_session s where s.scope_id = c.id and s.kind = '${ADMISSION}'
                         and s.state in ('planned', 'open', 'closed')) as "hasSession"
         from competitions.v_competition c
         join applications.application a on a.competition_id = c.id and a.state = 'submitted'
         left join applications.admission_draft d on d.application_id = a.id
        where (c.organiser_id = any($1) or c.co_organiser_id = any($1)) and c.state = 'admission'
        group by c.id, c.title, c.admission_until order by c.admission_until, c.id limit ${ITEMS_MAX}`,
      [organisers],
    );
    return waiting.filter(({ hasSession }) => !hasSession).map((one) => item(ctx, one));
  }
}

function item({ lang }: Context, { id, title, admissionUntil, undrafted, undecided }: Waiting): DeskItem {
  const words =
    undrafted > 0
      ? phrase(lang, 'applications:desk.admissionCheck', { count: undrafted, total: undecided })
      : phrase(lang, 'applications:desk.admissionSession', { count: undecided });
  return {
    title: words,
    href: undrafted > 0 ? applicationPaths.admission(id) : applicationPaths.admissionSession(id),
    dueAt: admissionUntil === null ? null : kyivInstant(admissionUntil, '23:59:59'),
    context: title,
    role: 'officer',
  };
}
