import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, ParseId, type FailedForm, type FormBody, type Result, type Autosaved } from '#libs/platform/http';
import { SaveActivities } from '../use-cases/save-activities.js';
import { projectMonths } from './months.js';
import { PartPage, type PartQuery } from './part-page.js';
import { ActivitiesForm, type ActivityRow } from './part.forms.js';
import { RowsPage } from './rows-page.js';

/** What will be done, month by month. */
@Controller()
export class ActivitiesPage {
  constructor(
    private readonly part: PartPage,
    private readonly rows: RowsPage,
    private readonly save: SaveActivities,
  ) {}

  @Get('applications/:id/activities')
  @Allow('applicant', 'officer')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, 'activities', { query, form }, (view) => ({
      template: 'applications/activities.njk',
      rows: view.draft.activities,
      months: projectMonths(view, ctx.lang),
    }));
  }

  @Post('applications/:id/activities')
  @Allow('applicant', 'officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result | Autosaved> {
    return this.rows.submit(ctx, id, {
      ...{ part: 'activities', rows: 'activities', body, shape: ActivitiesForm },
      act: ({ version, activities }) => this.save.execute(ctx, id, version, activities.map(activityOf)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}

const activityOf = ({ month, title, place, responsible }: ActivityRow) => ({
  month,
  title: title ?? '',
  place: place ?? '',
  responsible: responsible ?? '',
});
