import { Inject, Injectable } from '@nestjs/common';
import { quarterInWords, type Quarter } from '#libs/measures';
import { Notices } from '#libs/notifications';
import { kyivDay, longDate } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { clerkToken } from '../model/clerk-token.js';
import { grouped } from '../model/grouped.js';
import { LIMITS } from '../model/limits.js';
import { quarterCalendar, type LetterStep } from '../model/quarter-calendar.js';
import { planWorkPaths } from '../paths.js';
import { PLAN_SELECT, type PlanRow } from '../queries/find-plan.js';
import { sliceStandings, type SliceBody } from '../queries/slice-standings.js';

interface LinkToWrite {
  id: string;
  bodyId: string;
  quarter: Quarter;
  toWrite: LetterStep;
}

const OWES: readonly SliceBody['standing'][] = ['awaited', 'late', 'returned'];

/** The letters to bodies with the link, so many at once; whoever has answered meanwhile is written to no more. */
@Task({ name: 'plan.write-to-bodies', queue: 'reactions' })
@Injectable()
export class WriteToBodies implements ReactsInTransaction {
  constructor(
    private readonly notices: Notices,
    @Inject(Config) private readonly config: Config,
  ) {}

  async react(tx: Tx, { subjectId: planId }: Delivery): Promise<void> {
    const links = await tx.rows<LinkToWrite>(
      `select id, body_id as "bodyId", quarter, to_write as "toWrite" from plan.clerk_link
        where plan_id = $1 and to_write is not null order by quarter, id limit ${LIMITS.lettersAtOnce} for update`,
      [planId],
    );
    if (links.length === 0) return;
    const plan = (await tx.one<PlanRow>(`${PLAN_SELECT} where p.id = $1`, [planId]))!;
    for (const [quarter, own] of grouped(links, (one) => one.quarter)) await this.write(tx, plan, quarter, own);
    await tx.change('update plan.clerk_link set to_write = null where id = any($1)', [links.map(({ id }) => id)]);
    if (links.length === LIMITS.lettersAtOnce) tx.deliver('plan.write-to-bodies', planId);
  }

  private async write(tx: Tx, plan: PlanRow, quarter: Quarter, links: readonly LinkToWrite[]): Promise<void> {
    const standings = await sliceStandings(tx, { planId: plan.id, quarter }, kyivDay(tx.now));
    const owing = grouped(
      standings.filter(({ standing, email }) => email !== null && OWES.includes(standing)),
      ({ bodyId }) => bodyId,
    );
    for (const { id, bodyId, toWrite } of links) {
      const own = owing.get(bodyId);
      if (own) await this.letter(tx, plan, quarter, { id, step: toWrite, own });
    }
  }

  private async letter(
    tx: Tx,
    plan: PlanRow,
    quarter: Quarter,
    { id, step, own }: { id: string; step: LetterStep; own: readonly SliceBody[] },
  ): Promise<void> {
    const { name, email } = own[0]!;
    await this.notices.queue(tx, {
      to: { personId: null, email: email!, language: 'uk' },
      kind: 'duty',
      organiserId: plan.organiserId,
      template: `plan.answers-${step}`,
      data: {
        ...{ name, year: plan.year, quarter: quarterInWords(quarter, 'uk'), authority: plan.organiserName },
        measures: own.map(({ number }) => number).join(', '),
        until: longDate(quarterCalendar(plan.year, quarter).answersDueOn, 'uk'),
      },
      path: planWorkPaths.clerk(clerkToken(id, this.config.sessionSecret)),
      holdsSecret: true,
    });
  }
}
