import { Injectable } from '@nestjs/common';
import { CompetitionRooms, competitionById, type CompetitionRow, type Room } from '#libs/competitions';
import { COMMISSION_ROLES } from '#libs/identity';
import { sessionPaths, sessionsOf } from '#libs/sessions';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { admissionPolicy } from '../access/admission.policy.js';
import { ADMISSION } from '../model/admission.js';
import { applicationPaths } from '../paths.js';
import { admissionCounts, type AdmissionCounts } from './admission-list.js';
import { admissionOrders } from './read-admission-orders.js';

type Subject = Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>;

/** Links to the admission: the officer's list, orders and sessions about it, the public list once something is decided. */
@Implements(CompetitionRooms)
@Injectable()
export class AdmissionRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(ctx: Context, competition: Subject): Promise<Room[]> {
    const isStaff = admissionPolicy.see.allows(ctx.actor, competition);
    if (!isStaff && !holds(ctx.actor, COMMISSION_ROLES, competition.id)) return [];
    const counts = await admissionCounts(this.db, competition.id);
    return [
      ...(isStaff ? [preparing(ctx, competition, counts), ...(await this.orders(ctx, competition))] : []),
      ...(await this.sessions(ctx, competition)),
      ...(counts.admitted + counts.refused > 0 ? [await this.decisions(ctx, competition, counts)] : []),
    ];
  }

  private async orders({ lang }: Context, { id }: Subject): Promise<Room[]> {
    const last = (await admissionOrders(this.db, id))[0];
    if (!last) return [];
    return [
      {
        text: phrase(lang, 'applications:admission.rooms.order'),
        href: applicationPaths.admissionOrder(id),
        note: phrase(lang, `applications:admission.order.states.${last.state}`),
      },
    ];
  }

  private async sessions({ lang }: Context, { id }: Subject): Promise<Room[]> {
    const sessions = await sessionsOf(this.db, id, ADMISSION);
    return sessions.map((session) => ({
      text: phrase(lang, 'applications:admission.rooms.session', { number: session.number }),
      href: sessionPaths.show(session.id),
      note: phrase(lang, `sessions:states.${session.state}`),
    }));
  }

  private async decisions({ lang }: Context, { id }: Subject, { admitted, refused }: AdmissionCounts): Promise<Room> {
    const { code } = await competitionById(this.db, id);
    return {
      text: phrase(lang, 'applications:admission.rooms.decisions'),
      href: applicationPaths.admissionDecisions(code!),
      note: phrase(lang, 'applications:admission.rooms.decisionsNote', { admitted, refused }),
    };
  }
}

function preparing({ lang }: Context, { id }: Subject, { undrafted, total }: AdmissionCounts): Room {
  return {
    text: phrase(lang, 'applications:admission.rooms.list'),
    href: applicationPaths.admission(id),
    note: phrase(lang, 'applications:admission.rooms.listNote', { done: total - undrafted, total }),
  };
}
