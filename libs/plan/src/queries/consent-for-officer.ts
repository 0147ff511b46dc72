import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { consentActions, type Consent, type ConsentAction } from '../model/consent.lifecycle.js';
import { consentChanged } from '../model/plan.facts.js';
import { planById, type PlanRow } from './find-plan.js';
import { PARTY_BODY_SELECT, type PartyBodyRow } from './measure-work.js';

export interface ConsentStep {
  at: Date;
  action: ConsentAction;
  consent: Consent;
  letter: { number: string; on: string } | null;
}

export interface ConsentForPage {
  plan: PlanRow;
  number: string;
  one: PartyBodyRow;
  actions: ConsentAction[];
  steps: ConsentStep[];
}

/** The consent of one body for one measure, and how it came. */
@Injectable()
export class ConsentForOfficer {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, planId: string, id: string): Promise<ConsentForPage> {
    const plan = await planById(this.db, ctx.actor, planId);
    const one = await this.db.one<PartyBodyRow & { number: string }>(
      `select found.*, m.number from (${PARTY_BODY_SELECT} where pb.id = $1) found
         join measures.v_measure m on m.id = found."measureId" where m.plan_id = $2`,
      [id, planId],
    );
    if (!one) throw new NotFound();
    const steps = await this.db.rows<ConsentStep>(
      `select at, body::json -> 'particulars' ->> 'action' as action, body::json -> 'particulars' ->> 'consent' as consent,
              nullif(body::jsonb -> 'particulars' -> 'letter', 'null') as letter
         from facts.fact where subject_id = $1 and name = $2 order by at desc, id desc limit 50`,
      [id, consentChanged.name],
    );
    return { plan, number: one.number, one, actions: consentActions(one.consent), steps };
  }
}
