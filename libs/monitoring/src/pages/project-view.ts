import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { page, type FailedForm, type Result } from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { ProjectForPage } from '../queries/project-for-page.js';
import { shownVersion } from './shown-version.js';
import { FINDING_TONES, REPORT_TONES } from './report-words.js';

/** The page of one project, for either side; its forms come back to it. */
@Injectable()
export class ProjectView {
  constructor(private readonly read: ProjectForPage) {}

  /** `failed`: a form of the page that has to be mended, and where on the page it stands. */
  async show(
    ctx: Context,
    id: string,
    side: 'authority' | 'organisation',
    failed?: { form: FailedForm; place: string },
  ): Promise<Result> {
    const { project, reports, control, steps, may } = await this.read.execute(ctx, id);
    return page(
      'monitoring/project.njk',
      {
        ...{ project, side, ...control, steps, may, place: failed?.place },
        form: failed?.form,
        reports: reports.map((report) => ({
          ...{ ...report, tone: REPORT_TONES[report.state] },
          path: side === 'authority' && report.submittedAt === null ? null : monitoringPaths.report(report.id),
        })),
        findings: control.findings.map((one) => ({
          ...{ ...one, tone: FINDING_TONES[one.state] },
          path: side === 'authority' ? monitoringPaths.finding(id, one.id) : monitoringPaths.ownFinding(id, one.id),
        })),
        today: kyivDay(ctx.now),
        version: shownVersion(control.conclusion?.version, failed?.form, 'monitoring.conclusion-stale'),
        paths: {
          list: side === 'authority' ? monitoringPaths.all : monitoringPaths.mine,
          self: side === 'authority' ? monitoringPaths.show(id) : monitoringPaths.own(id),
          published: monitoringPaths.published(id),
        },
      },
      failed ? 422 : 200,
    );
  }
}
