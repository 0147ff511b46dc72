import { Inject, Injectable } from '@nestjs/common';
import { VISITOR, type Actor, type Grant } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { Visitors, type Identified } from '#libs/platform/http';
import { withReadingGrants } from '../model/roles.js';
import { SECOND_FACTOR_ROLES } from '../model/second-factor.js';
import { hashToken } from '../model/secret-token.js';
import { SEEN_STEP_MINUTES, SESSION_IDLE_HOURS, hoursAfter, minutesAfter } from '../model/session-limits.js';

interface Row {
  now: Date;
  wordsVersion: string;
  sessionId: string | null;
  personId: string | null;
  fullName: string;
  email: string;
  grants: Grant[];
  unread: number;
}

/**
 * Who stands behind a session cookie: one round trip per request, and a write only every ten minutes.
 * In production the powers that need a second factor are not there before it is on.
 */
@Injectable()
export class SessionVisitors implements Visitors {
  constructor(
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  async identify(sessionToken: string | null): Promise<Identified> {
    const realNow = new Date();
    const row = (await this.db.one<Row>(IDENTIFY, [
      sessionToken === null ? null : hashToken(sessionToken),
      realNow,
      hoursAfter(realNow, -SESSION_IDLE_HOURS),
      minutesAfter(realNow, -SEEN_STEP_MINUTES),
      this.config.production ? SECOND_FACTOR_ROLES : [],
    ]))!;
    const { now, wordsVersion, sessionId, unread, ...person } = row;
    if (person.personId === null)
      return { actor: VISITOR, reader: null, now, wordsVersion, sessionId: null, unread: 0 };
    const actor: Actor = { kind: 'person', ...person };
    const grants = withReadingGrants(actor.grants);
    const reader = grants.length > actor.grants.length ? { ...actor, grants } : null;
    return { actor, reader, now, wordsVersion, sessionId, unread };
  }

  async lastPerson(sessionToken: string | null): Promise<string | null> {
    if (sessionToken === null) return null;
    const row = await this.db.one<{ personId: string }>(
      `select person_id as "personId" from identity.session where token_hash = $1 and not awaits_code`,
      [hashToken(sessionToken)],
    );
    return row?.personId ?? null;
  }
}

const IDENTIFY = `
  with live as (
    select s.id, s.person_id from identity.session s
     where s.token_hash = $1 and not s.awaits_code and not s.awaits_consent and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $3
  ), seen as (
    update identity.session set seen_at = $2 where id = (select id from live) and seen_at < $4
  )
  select platform.domain_now() as now, platform.words_version() as "wordsVersion", live.id as "sessionId", p.id as "personId", p.email,
         concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "fullName",
         (select coalesce(json_agg(json_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
                                   order by g.id), '[]')
            from identity.v_role g
           where g.person_id = p.id
             and (g.role <> all($5) or exists (select from identity.second_factor f
                                                where f.person_id = p.id and f.confirmed_at is not null))) as grants,
         notifications.unread(p.id) as unread
    from (select) one
    left join (live join identity.person p on p.id = live.person_id and p.disabled_at is null) on true`;
