import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type Context, type Grant } from '#libs/platform/access';
import { Clock, kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { AdvanceDemoClock } from '../advance-demo-clock.js';

interface PersonRow {
  personId: string;
  fullName: string;
  grants: Grant[];
}

/** Receipts and letters are made by the worker after the start: nothing of the story waits for them. */
const LEFT_TO_THE_WORKER = ['documents', 'mail'];
/** How many people act at once where the story does not say who was first. */
const AT_ONCE = 4;

/** Where the demo world is played: people act with their real powers, at the time of the story. */
@Injectable()
export class Stage {
  private scenes = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly advance: AdvanceDemoClock,
  ) {}

  /** The story goes on at this instant; everything due on the way happens. */
  async at(instant: Date | string): Promise<void> {
    await this.advance.to(new Date(instant), LEFT_TO_THE_WORKER);
  }

  async atKyiv(day: string, time: string): Promise<void> {
    await this.at(kyivInstant(day, time));
  }

  /** The context of a person by e-mail, with the powers held right now; `at` for an act at an instant of its own. */
  async as(email: string, at?: Date): Promise<Context> {
    const row = await this.db.one<PersonRow>(
      `select p.id as "personId", concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "fullName",
              coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id))
                filter (where r.id is not null), '[]') as grants
         from identity.person p left join identity.v_role r on r.person_id = p.id and r.ended_on is null
        where lower(p.email) = lower($1) group by p.id`,
      [email],
    );
    if (!row) throw new Error(`nobody has the address ${email}`);
    return this.context({ kind: 'person', email, ...row }, at);
  }

  async system(): Promise<Context> {
    return this.context(SYSTEM);
  }

  /** Several people act at the same time, a few at once. */
  async together<T>(whom: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
    const waiting = [...whom];
    const next = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  private async context(actor: Actor, at?: Date): Promise<Context> {
    const now = at ?? (await this.clock.domainNow());
    return { actor, now, lang: 'uk', requestId: `demo-${(this.scenes += 1)}` };
  }
}
