import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import type { ProjectListRow } from '../queries/project-rows.js';
import type { RiskRow } from '../queries/risk-rows.js';
import { Projects } from '../queries/projects.js';
import { ProjectView } from './project-view.js';
import { myProjectsList, projectsList } from './projects.list.js';

/** Funded projects for the recipient and for the department. */
@Controller()
export class ProjectsPage {
  constructor(
    private readonly projects: Projects,
    private readonly view: ProjectView,
  ) {}

  @Get('projects')
  @Allow('applicant')
  async mine(@Ctx() ctx: Context, @Listed(myProjectsList) asked: AskedList<ProjectListRow>): Promise<Result> {
    return asked.answer('monitoring/mine.njk', await this.projects.mine(ctx, asked));
  }

  @Get('organiser/projects')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async all(@Ctx() ctx: Context, @Listed(projectsList) asked: AskedList<RiskRow>): Promise<Result> {
    return asked.answer('monitoring/projects.njk', await this.projects.ofAuthority(ctx, asked));
  }

  @Get('projects/:id')
  @Allow('applicant')
  own(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.view.show(ctx, id, 'organisation');
  }

  @Get('organiser/projects/:id')
  @Allow('officer', 'director', 'accountant', 'monitor')
  show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.view.show(ctx, id, 'authority');
  }
}
