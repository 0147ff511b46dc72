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
  type ConclusionSubject,
  type MoneyUse,
  type ProjectResult,
} from '../model/conclusion.lifecycle.js';
import { conclusionShown, objectionAnswered } from '../model/monitoring.facts.js';
import { objectionsUntil } from '../model/terms-of-control.js';
import { monitoringPaths } from '../paths.js';
import { conclusionOf, openFindings, settlementOf } from '../queries/read-conclusion.js';
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

  /** The money in it is computed, never typed. */
  save(ctx: Context, projectId: string, text: ConclusionText): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      await demandReported(tx, project);
      const before = await conclusionOf(tx, projectId);
      if (before) conclusionLifecycle.next(before.state, 'edit', {});
      const settled = await settlementOf(tx, projectId, project.paidKop);
      if (settled.untargetedKop > 0 && text.moneyUse === 'targeted')
        throw invalidField('moneyUse', 'monitoring.refused-lines-are-untargeted');
      await tx.change(
        `insert into monitoring.conclusion (project_id, result, money_use, grounds, recommendation, paid_kop, accepted_kop,
                untargeted_kop, unspent_kop, drafted_by, drafted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (project_id) do update set result = $2, money_use = $3, grounds = $4, recommendation = $5, paid_kop = $6,
                accepted_kop = $7, untargeted_kop = $8, unspent_kop = $9, drafted_by = $10, drafted_at = $11,
                version = monitoring.conclusion.version + 1`,
        [
          ...[projectId, text.result, text.moneyUse, text.grounds, text.recommendation, project.paidKop],
          ...[settled.acceptedKop, settled.untargetedKop, settled.unspentKop, tx.actor.personId, tx.now],
        ],
      );
    });
  }

  /** From now on the recipient may object. */
  show(ctx: Context, projectId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      const until = objectionsUntil(await rulesOf(tx, project), kyivDay(tx.now));
      await stepOfConclusion(tx, projectId, 'show', {
        subject: { openFindings: await openFindings(tx, projectId) },
        sets: { shown_at: tx.now, objections_until: until },
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
  answer(ctx: Context, projectId: string, answer: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await this.checked(tx, projectId);
      await stepOfConclusion(tx, projectId, 'answer', { sets: { answer, answered_at: tx.now } });
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

type Column = 'shown_at' | 'objections_until' | 'answer' | 'answered_at' | 'agreed_at' | 'objection' | 'objected_at';

/** The one way a conclusion changes its state, together with what the step sets: a state without it is refused. */
export async function stepOfConclusion(
  tx: Tx,
  projectId: string,
  action: ConclusionAction,
  { subject = {}, sets }: { subject?: ConclusionSubject; sets: Partial<Record<Column, unknown>> },
): Promise<void> {
  const conclusion = await conclusionOf(tx, projectId);
  if (!conclusion) throw new NotFound();
  const state = conclusionLifecycle.next(conclusion.state, action, subject);
  const columns = Object.keys(sets).map((column, index) => `, ${column} = $${index + 3}`);
  await tx.change(
    `update monitoring.conclusion set state = $2, version = version + 1${columns.join('')} where project_id = $1`,
    [projectId, state, ...Object.values(sets)],
  );
}

/** A conclusion without the final report is possible only when its term is over or the contract has ended. */
async function demandReported(tx: Tx, { id }: ProjectRow): Promise<void> {
  const row = await tx.one<{ isReported: boolean; isLate: boolean; unchecked: number }>(
    `select r.state = 'accepted' as "isReported",
            coalesce(r.due_on < $2::date, false) or c.state = 'ended-early' as "isLate"
       from monitoring.report r join contracts.v_contract c on c.id = r.project_id
      where r.project_id = $1 and r.kind = 'final'`,
    [id, kyivDay(tx.now)],
  );
  if (!row?.isReported && !row?.isLate) throw new Conflict('monitoring.final-report-first');
}
