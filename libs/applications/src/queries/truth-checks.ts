import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { truthCheckPolicy } from '../access/truth-check.policy.js';
import type { ApplicationRow } from '../model/application.js';
import { TRUTH_CHECKS_MAX, type TruthCheck } from '../model/truth-check.js';
import { applicationById } from '../use-cases/lock-application.js';

export interface TruthChecksView {
  application: ApplicationRow;
  checks: TruthCheck[];
  may: { order: boolean; answer: boolean };
}

/** What of a proposal the commission had checked. */
@Injectable()
export class TruthChecks {
  constructor(private readonly db: Database) {}

  async seenBy(ctx: Context, applicationId: string): Promise<boolean> {
    return truthCheckPolicy.see.allows(ctx.actor, await applicationById(this.db, applicationId));
  }

  async execute(ctx: Context, applicationId: string): Promise<TruthChecksView> {
    const application = await applicationById(this.db, applicationId);
    demand(truthCheckPolicy, 'see', ctx.actor, application);
    const checks = await truthChecksOf(this.db, applicationId);
    const isOpen =
      application.competitionState === 'admission' && ['submitted', 'admitted'].includes(application.state);
    const may = (action: 'order' | 'answer') => isOpen && truthCheckPolicy[action].allows(ctx.actor, application);
    return {
      ...{ application, checks },
      may: { order: may('order') && checks.length < TRUTH_CHECKS_MAX, answer: may('answer') },
    };
  }
}

export function truthChecksOf(reader: Reader, applicationId: string): Promise<TruthCheck[]> {
  return reader.rows(
    `select t.id, t.question, o.full_name as "orderedByName", t.ordered_at as "orderedAt", t.result, t.finding,
            p.full_name as "answeredByName", t.answered_at as "answeredAt"
       from applications.truth_check t
       join identity.v_person o on o.id = t.ordered_by
       left join identity.v_person p on p.id = t.answered_by
      where t.application_id = $1 order by t.id limit ${TRUTH_CHECKS_MAX}`,
    [applicationId],
  );
}
