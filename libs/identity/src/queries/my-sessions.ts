import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { deviceName } from '../model/device-name.js';
import { SESSION_IDLE_HOURS, hoursAfter } from '../model/session-limits.js';

export interface OpenSession {
  id: string;
  device: string;
  startedAt: Date;
  seenAt: Date;
  isCurrent: boolean;
}

const SHOWN_MAX = 50;

/** Where a person is signed in now, this browser first. */
@Injectable()
export class MySessions {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, currentSessionId: string | null): Promise<OpenSession[]> {
    const realNow = new Date();
    const rows = await this.db.rows<Omit<OpenSession, 'isCurrent'>>(
      `select id, device, created_at as "startedAt", seen_at as "seenAt" from identity.session
        where person_id = $1 and not awaits_code and revoked_at is null and expires_at > $2 and seen_at > $3
        order by id = $4 desc, seen_at desc limit $5`,
      [ctx.actor.personId, realNow, hoursAfter(realNow, -SESSION_IDLE_HOURS), currentSessionId, SHOWN_MAX],
    );
    return rows.map((row) => ({ ...row, device: deviceName(row.device), isCurrent: row.id === currentSessionId }));
  }
}
