import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { AskedList, Ctx, Listed, page, ParseId, type Result } from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import type { ProjectListRow } from '../queries/project-rows.js';
import { Projects } from '../queries/projects.js';
import { ProjectForPage } from '../queries/project-for-page.js';
import { REPORT_TONES } from './report-words.js';
import { myProjectsList, projectsList } from './projects.list.js';

/** Funded projects for the recipient and for the department. */
@Controller()
export class ProjectsPage {
  constructor(
    private readonly projects: Projects,
    private readonly read: ProjectForPage,
  ) {}

  @Get('projects')
  @Allow('applicant')
  async mine(@Ctx() ctx: Context, @Listed(myProjectsList) asked: AskedList<ProjectListRow>): Promise<Result> {
    return asked.answer('monitoring/mine.njk', await this.projects.mine(ctx, asked));
  }

  @Get('organiser/projects')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async all(@Ctx() ctx: Context, @Listed(projectsList) asked: AskedList<ProjectListRow>): Promise<Result> {
    return asked.answer('monitoring/projects.njk', await this.projects.ofAuthority(ctx, asked));
  }

  @Get('projects/:id')
  @Allow('applicant')
  own(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.one(ctx, id, 'organisation');
  }

  @Get('organiser/projects/:id')
  @Allow('officer', 'director', 'accountant', 'monitor')
  show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.one(ctx, id, 'authority');
  }

  private async one(ctx: Context, id: string, side: string): Promise<Result> {
    const { project, reports } = await this.read.execute(ctx, id);
    return page('monitoring/project.njk', {
      ...{ project, side },
      reports: reports.map((report) => ({
        ...{ ...report, tone: REPORT_TONES[report.state] },
        path: side === 'authority' && report.submittedAt === null ? null : monitoringPaths.report(report.id),
      })),
      paths: { list: side === 'authority' ? monitoringPaths.all : monitoringPaths.mine },
    });
  }
}
