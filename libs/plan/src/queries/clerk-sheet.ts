import { Inject, Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import { Config } from '#libs/platform/config';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { linkOfToken } from '../model/clerk-token.js';
import { answerSheet, type AnswerSheet } from './answer-sheet.js';
import { PLAN_SELECT, type PlanRow } from './find-plan.js';

export interface ClerkLink {
  id: string;
  planId: string;
  bodyId: string;
  quarter: Quarter;
}

/** What opens to whoever holds the link from the letter. */
@Injectable()
export class ClerkSheet {
  constructor(
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws NotFound */
  async link(reader: Reader, token: string): Promise<ClerkLink> {
    const id = linkOfToken(token, this.config.sessionSecret);
    const link =
      id &&
      (await reader.one<ClerkLink>(
        'select id, plan_id as "planId", body_id as "bodyId", quarter from plan.clerk_link where id = $1',
        [id],
      ));
    if (!link) throw new NotFound('plan.link-unknown');
    return link;
  }

  async execute(token: string): Promise<AnswerSheet> {
    const { planId, bodyId, quarter } = await this.link(this.db, token);
    const plan = await this.db.one<PlanRow>(`${PLAN_SELECT} where p.id = $1`, [planId]);
    return answerSheet(this.db, plan!, bodyId, quarter);
  }
}
