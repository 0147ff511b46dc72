import { Injectable } from '@nestjs/common';
import { findDocument, type StoredDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { findingLifecycle, type FindingAction } from '../model/finding.lifecycle.js';
import type { FindingRow } from './control-of-project.js';
import { ProjectForPage, type ProjectView } from './project-for-page.js';

interface FindingView extends Pick<ProjectView, 'project'> {
  finding: FindingRow;
  /** What this person may do now. */
  steps: FindingAction[];
}

/** One finding for either side. */
@Injectable()
export class FindingForPage {
  constructor(
    private readonly db: Database,
    private readonly projects: ProjectForPage,
  ) {}

  /** @throws NotFound for everybody else */
  async execute(ctx: Context, projectId: string, id: string): Promise<FindingView> {
    const { project, control, may } = await this.projects.execute(ctx, projectId);
    const finding = control.findings.find((one) => one.id === id);
    if (!finding) throw new NotFound();
    const isOver = finding.dueOn < kyivDay(ctx.now);
    const roles = [...(may.check ? ['officer'] : []), ...(may.report ? ['applicant'] : [])];
    const steps = roles.flatMap((role) => findingLifecycle.available(finding.state, role, { isOver }));
    return { project, finding, steps: steps.filter(({ reason }) => reason === null).map(({ action }) => action) };
  }

  /** What proves that it is fixed. */
  async proof(ctx: Context, projectId: string, id: string): Promise<StoredDocument> {
    const { finding } = await this.execute(ctx, projectId, id);
    if (!finding.documentId) throw new NotFound();
    return findDocument(this.db, finding.documentId);
  }
}
