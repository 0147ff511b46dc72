import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { CHECKERS, projectPolicy } from '../access/project.policy.js';
import { conclusionAgreed, conclusionObjected } from '../model/monitoring.facts.js';
import { monitoringPaths } from '../paths.js';
import { conclusionOf, hasSpoken, type ConclusionRow } from '../queries/read-conclusion.js';
import { lockProject } from './lock-project.js';
import { paragraphs, stepOfConclusion } from './write-conclusion.js';

/** The recipient objects to the conclusion within the term, or says that there is nothing to object. */
@Injectable()
export class HearRecipient {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  agree(ctx: Context, projectId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'report', tx.actor, project);
      await this.unheard(tx, projectId);
      await stepOfConclusion(tx, project, version, 'agree', { agreed_at: tx.now });
      tx.record(conclusionAgreed, { subjectId: projectId, scopeId: project.competitionId, particulars: {} });
    });
  }

  object(ctx: Context, projectId: string, version: number, objection: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'report', tx.actor, project);
      const before = await this.unheard(tx, projectId);
      await stepOfConclusion(tx, project, version, 'object', {
        ...{ objection: paragraphs(before?.objection, objection), objected_at: tx.now },
      });
      tx.record(conclusionObjected, { subjectId: projectId, scopeId: project.competitionId, particulars: {} });
      for (const to of await peopleWithRole(tx, project.organiserId, CHECKERS))
        await this.notices.queue(tx, {
          ...{ to, kind: 'work', organiserId: project.organiserId, template: 'monitoring.objected' },
          ...{ data: { title: project.title }, path: monitoringPaths.show(projectId) },
        });
    });
  }

  private async unheard(tx: Tx, projectId: string): Promise<ConclusionRow | undefined> {
    const conclusion = await conclusionOf(tx, projectId);
    if (conclusion && hasSpoken(conclusion)) throw new Conflict('monitoring.already-heard');
    return conclusion;
  }
}
