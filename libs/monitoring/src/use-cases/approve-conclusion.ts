import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { takePaperNumber } from '#libs/competitions';
import { signingDirector } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, NotFound } from '#libs/platform/errors';
import { RecordOffence } from '#libs/registers';
import { projectPolicy } from '../access/project.policy.js';
import { published, publishedParts } from '../model/published.js';
import { conclusionLifecycle } from '../model/conclusion.lifecycle.js';
import { conclusionPaper } from '../model/conclusion-paper.js';
import { conclusionApproved } from '../model/monitoring.facts.js';
import { refundDue } from '../model/terms-of-control.js';
import { finalParts } from '../queries/final-parts.js';
import type { ProjectRow } from '../queries/project-for-page.js';
import { conclusionOf, subjectOf, type ConclusionRow } from '../queries/read-conclusion.js';
import { lockProject, rulesOf, tellRecipient } from './lock-project.js';

/** rule 64: a second person approves; public at once (rule 66). What returns is ordered, and a measure is noted (rule 65). */
@Injectable()
export class ApproveConclusion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly offences: RecordOffence,
  ) {}

  execute(ctx: Context, projectId: string, version: number): Promise<void> {
    return this.uow.run(ctx, (tx) => this.within(tx, projectId, version));
  }

  private async within(tx: Tx, projectId: string, version: number): Promise<void> {
    const project = await lockProject(tx, projectId);
    demand(projectPolicy, 'approve', tx.actor, project);
    const conclusion = await conclusionOf(tx, projectId);
    if (!conclusion) throw new NotFound();
    if (conclusion.version !== version) throw new Conflict('monitoring.conclusion-stale');
    const at = { personId: tx.actor.personId, today: kyivDay(tx.now) };
    conclusionLifecycle.next(conclusion.state, 'approve', await subjectOf(tx, conclusion, project, at));
    const { number, sha256 } = await this.sign(tx, project, conclusion);
    const { result, moneyUse, untargetedKop, unspentKop } = conclusion;
    const particulars = { number, sha256, result, moneyUse, untargetedKop, unspentKop };
    tx.record(conclusionApproved, { subjectId: projectId, scopeId: project.competitionId, particulars });
    await tellRecipient(tx, this.notices, project, 'conclusion-approved', { number });
  }

  private async sign(tx: Tx, project: ProjectRow, conclusion: ConclusionRow) {
    const signer = await signingDirector(tx, project.organiserId);
    if (!signer) throw new Forbidden('monitoring.director-only');
    const year = Number(kyivDay(tx.now).slice(0, 4));
    const dueOn = refundDue(await rulesOf(tx, project), kyivDay(tx.now));
    const toReturn = conclusion.untargetedKop + conclusion.unspentKop;
    const organiser = await tx.one<{ name: string; city: string }>(
      'select name, city from identity.v_organiser where id = $1',
      [project.organiserId],
    );
    // rule 66: it is for everybody from the first minute, so what is personal never gets into it (rule 55).
    const parts = publishedParts(await finalParts(tx, project.id));
    const number = await takePaperNumber(tx, { ...project, series: 'conclusions', year });
    const paper = conclusionPaper({
      ...{ ...published(conclusion), number, approvedAt: tx.now, organiser: organiser! },
      ...{ indicators: parts.indicators, lines: parts.lines },
      director: { name: signer.name, position: signer.position },
      refund: toReturn > 0 ? { dueOn } : null,
      ...{ startsOn: project.startsOn, endsOn: project.endsOn, sumKop: project.sumKop },
      project: {
        ...{
          title: withoutPersonalData(project.title),
          organisation: project.organisationName,
          edrpou: project.edrpou,
        },
        ...{ contract: project.number, competition: project.competitionTitle },
      },
    });
    const sha256 = checksumOf(paper);
    await tx.change(
      `update monitoring.conclusion set state = 'approved', number = $2, approved_by = $3, approved_at = $4, paper = $5,
              paper_sha256 = $6, version = version + 1 where project_id = $1`,
      [project.id, number, tx.actor.personId, tx.now, JSON.stringify(paper), sha256],
    );
    tx.deliver('monitoring.make-paper', project.id);
    if (toReturn > 0) await this.orderRefund(tx, project, conclusion, number, dueOn);
    return { number, sha256 };
  }

  private async orderRefund(
    tx: Tx,
    project: ProjectRow,
    { untargetedKop, unspentKop }: ConclusionRow,
    number: string,
    dueOn: string,
  ): Promise<void> {
    await tx.change(
      `insert into monitoring.refund (project_id, order_number, ordered_on, due_on, untargeted_kop, unspent_kop)
       values ($1, $2, $3, $4, $5, $6)`,
      [project.id, number, kyivDay(tx.now), dueOn, untargetedKop, unspentKop],
    );
    // rule 65: a return of money is a measure stricter than a warning; rule 8 finds it in the register. A rehearsal is no offence.
    if (untargetedKop > 0 && !project.isRehearsal)
      await this.offences.within(tx, {
        ...{ organiserId: project.organiserId, edrpou: project.edrpou, organisationName: project.organisationName },
        ...{ happenedOn: kyivDay(tx.now), measure: 'other', number, title: project.title },
      });
  }
}
