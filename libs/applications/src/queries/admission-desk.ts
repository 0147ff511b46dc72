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
  isByOrder: boolean;
  /** Left to the commission, where the authority admits the rest (rules 9, 10). */
  toVote: number;
  /** Neither left to the commission nor handed over to the director. */
  toOrder: number;
}

const ITEMS_MAX = 50;

/**
 * For the officer of either authority: proposals to check, then a session to call or an order to hand over; for the director the order to
 * sign. What the commission owes stands on its own desk.
 */
@Implements(DeskSource)
@Injectable()
export class AdmissionDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return [...(await this.ofOfficer(ctx, reader)), ...(await this.ofDirector(ctx, reader))];
  }

  private async ofOfficer(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const waiting = await reader.rows<Waiting>(
      `select c.id, c.title, c.admission_until::text as "admissionUntil", w.admission_by = 'officer' as "isByOrder",
              count(*) filter (where d.verdict is null)::int as undrafted, count(*)::int as undecided,
              count(*) filter (where d.needs_vote)::int as "toVote",
              count(*) filter (where not d.needs_vote and a.admission_order_id is null)::int as "toOrder",
              exists (select from sessions.v_session s where s.scope_id = c.id and s.kind = '${ADMISSION}'
                         and s.state in ('planned', 'open', 'closed')) as "hasSession"
         from competitions.v_competition c
         join competitions.v_deciders w on w.competition_id = c.id
         join applications.application a on a.competition_id = c.id and a.state = 'submitted'
         left join applications.admission_draft d on d.application_id = a.id
        where (c.organiser_id = any($1) or c.co_organiser_id = any($1)) and c.state = 'admission'
        group by c.id, c.title, c.admission_until, w.admission_by order by c.admission_until, c.id limit ${ITEMS_MAX}`,
      [organisers],
    );
    return waiting.flatMap((one) => stepsOf(one).map((step) => item(ctx, one, step)));
  }

  private async ofDirector(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['director']);
    if (organisers.length === 0) return [];
    const waiting = await reader.rows<{ id: string; title: string; admissionUntil: string | null; count: number }>(
      `select c.id, c.title, c.admission_until::text as "admissionUntil",
              (select count(*)::int from applications.application a where a.admission_order_id = o.id) as count
         from applications.admission_order o join competitions.v_competition c on c.id = o.competition_id
        where o.state = 'prepared' and c.organiser_id = any($1) and c.state = 'admission'
        order by o.prepared_at limit ${ITEMS_MAX}`,
      [organisers],
    );
    return waiting.map(({ id, title, admissionUntil, count }) => ({
      title: phrase(ctx.lang, 'applications:desk.admissionSign', { count }),
      href: applicationPaths.admissionOrder(id),
      dueAt: dueAt(admissionUntil),
      context: title,
      role: 'director',
    }));
  }
}

type Step = 'check' | 'session' | 'order';

function stepsOf({ undrafted, hasSession, isByOrder, toVote, toOrder }: Waiting): Step[] {
  if (!isByOrder) {
    if (hasSession) return [];
    return [undrafted > 0 ? 'check' : 'session'];
  }
  if (undrafted > 0) return ['check'];
  return [...(toOrder > 0 ? ['order' as const] : []), ...(toVote > 0 && !hasSession ? ['session' as const] : [])];
}

function item({ lang }: Context, waiting: Waiting, step: Step): DeskItem {
  const { id, title, admissionUntil, undrafted, undecided, isByOrder, toVote, toOrder } = waiting;
  const t = (key: string, data: Record<string, unknown>) => phrase(lang, `applications:desk.${key}`, data);
  const steps = {
    check: { title: t('admissionCheck', { count: undrafted, total: undecided }), href: applicationPaths.admission(id) },
    session: {
      title: t('admissionSession', { count: isByOrder ? toVote : undecided }),
      href: applicationPaths.admissionSession(id),
    },
    order: { title: t('admissionOrder', { count: toOrder }), href: applicationPaths.admissionOrder(id) },
  };
  return { ...steps[step], dueAt: dueAt(admissionUntil), context: title, role: 'officer' };
}

const dueAt = (day: string | null): Date | null => (day === null ? null : kyivInstant(day, '23:59:59'));
