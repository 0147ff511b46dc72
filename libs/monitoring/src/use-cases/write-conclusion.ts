import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import {
  conclusionLifecycle,
  type ConclusionAction,
  type MoneyUse,
  type ProjectResult,
} from '../model/conclusion.lifecycle.js';
import { conclusionShown, objectionAnswered } from '../model/monitoring.facts.js';
import { isSettledAs, type Refund } from '../model/refund.js';
import { objectionsUntil } from '../model/terms-of-control.js';
import { monitoringPaths } from '../paths.js';
import { conclusionOf, settlementOf, subjectOf } from '../queries/read-conclusion.js';
import type { ProjectRow } from '../queries/project-for-page.js';
import { lockProject, rulesOf, tellRecipient } from './lock-project.js';

export interface ConclusionText {
  result: ProjectResult;
  moneyUse: MoneyUse;
  grounds: string;
  recommendation: string;
}

/** rule 64: whoever checked the project writes its conclusion, shows it to the recipient and answers the objection. */
@Injectable()
export class WriteConclusion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** The money in it is computed, never typed. `version`: of the conclusion that was on the page, 0 where there was none. */
  save(ctx: Context, projectId: string, version: number, text: ConclusionText): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      await demandReported(tx, project);
      const before = await conclusionOf(tx, projectId);
      if ((before?.version ?? 0) !== version) throw new Conflict('monitoring.conclusion-stale');
      const settled = await settlementOf(tx, projectId, project.paidKop);
      if (before)
        conclusionLifecycle.next(before.state, before.state === 'shown' ? 'rewrite' : 'edit', {
          isStale: !isSettledAs(before, settled),
        });
      if (settled.untargetedKop > 0 && text.moneyUse === 'targeted')
        throw invalidField('moneyUse', 'monitoring.refused-lines-are-untargeted');
      await put(tx, projectId, text, settled);
    });
  }

  /** From now on the recipient may object. */
  show(ctx: Context, projectId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      const until = objectionsUntil(await rulesOf(tx, project), kyivDay(tx.now));
      await stepOfConclusion(tx, project, version, 'show', {
        ...{ shown_at: tx.now, objections_until: until, agreed_at: null },
      });
      tx.record(conclusionShown, { subjectId: projectId, scopeId: project.competitionId, particulars: { until } });
      await tellRecipient(tx, this.notices, project, 'conclusion-shown', {
        until: shortDate(kyivInstant(until, '12:00')),
      });
      for (const to of await peopleWithRole(tx, project.organiserId, ['director']))
        await this.notices.queue(tx, {
          ...{ to, kind: 'work', organiserId: project.organiserId, template: 'monitoring.to-approve' },
          ...{ data: { title: project.title }, path: monitoringPaths.show(projectId) },
        });
    });
  }

  /** rule 65: the objection is answered before anybody approves. */
  answer(ctx: Context, projectId: string, version: number, answer: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      const before = await conclusionOf(tx, projectId);
      await stepOfConclusion(tx, project, version, 'answer', {
        ...{ answer: paragraphs(before?.answer, answer), answered_at: tx.now },
      });
      tx.record(objectionAnswered, { subjectId: projectId, scopeId: project.competitionId, particulars: {} });
      await tellRecipient(tx, this.notices, project, 'objection-answered', { answer });
    });
  }

  private async checked(tx: Tx, projectId: string): Promise<ProjectRow> {
    const project = await lockProject(tx, projectId);
    demand(projectPolicy, 'check', tx.actor, project);
    return project;
  }
}

/** What was said before the conclusion was shown anew stays above what is said now (rule 69). */
export const paragraphs = (...said: (string | null | undefined)[]): string => said.filter(Boolean).join('\n\n');

type Column = 'shown_at' | 'objections_until' | 'answer' | 'answered_at' | 'agreed_at' | 'objection' | 'objected_at';

/**
 * The one way a conclusion changes its state, together with what the step sets: a state without it is refused.
 * @throws Conflict when it is not the one that was on the page
 */
export async function stepOfConclusion(
  tx: Tx,
  project: ProjectRow,
  version: number,
  action: ConclusionAction,
  sets: Partial<Record<Column, unknown>>,
): Promise<void> {
  const conclusion = await conclusionOf(tx, project.id);
  if (!conclusion) throw new NotFound();
  if (conclusion.version !== version) throw new Conflict('monitoring.conclusion-stale');
  const at = { personId: tx.actor.personId, today: kyivDay(tx.now) };
  const state = conclusionLifecycle.next(conclusion.state, action, await subjectOf(tx, conclusion, project, at));
  const columns = Object.keys(sets).map((column, index) => `, ${column} = $${index + 3}`);
  await tx.change(
    `update monitoring.conclusion set state = $2, version = version + 1${columns.join('')} where project_id = $1`,
    [project.id, state, ...Object.values(sets)],
  );
}

async function put(tx: Tx, projectId: string, text: ConclusionText, settled: Refund): Promise<void> {
  await tx.change(
    `insert into monitoring.conclusion (project_id, version, result, money_use, grounds, recommendation, paid_kop, accepted_kop,
            untargeted_kop, unspent_kop, unresolved_kop, by_act_kop, drafted_by, drafted_at)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (project_id) do update set state = 'draft', result = $2, money_use = $3, grounds = $4, recommendation = $5,
            paid_kop = $6, accepted_kop = $7, untargeted_kop = $8, unspent_kop = $9, unresolved_kop = $10, by_act_kop = $11,
            drafted_by = $12, drafted_at = $13, agreed_at = null, version = monitoring.conclusion.version + 1`,
    [
      ...[
        projectId,
        text.result,
        text.moneyUse,
        text.grounds,
        text.recommendation,
        settled.paidKop,
        settled.acceptedKop,
      ],
      ...[
        settled.untargetedKop,
        settled.unspentKop,
        settled.unresolvedKop,
        settled.byActKop,
        tx.actor.personId,
        tx.now,
      ],
    ],
  );
}

/** A conclusion without the final report is possible only when its term is over or the contract has ended. */
async function demandReported(tx: Tx, { id }: ProjectRow): Promise<void> {
  const row = await tx.one<{ isReported: boolean; isLate: boolean }>(
    `select r.state = 'accepted' as "isReported",
            coalesce(r.due_on < $2::date, false) or c.state = 'ended-early' as "isLate"
       from monitoring.report r join contracts.v_contract c on c.id = r.project_id
      where r.project_id = $1 and r.kind = 'final'`,
    [id, kyivDay(tx.now)],
  );
  if (!row?.isReported && !row?.isLate) throw new Conflict('monitoring.final-report-first');
}
