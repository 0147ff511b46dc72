import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, ParseId, type FailedForm, type FormBody, type Result, type Autosaved } from '#libs/platform/http';
import { SaveIndicators } from '../use-cases/save-indicators.js';
import { PartPage, type PartQuery } from './part-page.js';
import { IndicatorsForm, type IndicatorRow } from './part.forms.js';
import { RowsPage } from './rows-page.js';

/** By what it will be seen that the project worked (rule 26). */
@Controller()
export class IndicatorsPage {
  constructor(
    private readonly part: PartPage,
    private readonly rows: RowsPage,
    private readonly save: SaveIndicators,
  ) {}

  @Get('applications/:id/indicators')
  @Allow('applicant', 'officer')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, 'indicators', { query, form }, ({ draft }) => ({
      template: 'applications/indicators.njk',
      rows: draft.indicators,
    }));
  }

  @Post('applications/:id/indicators')
  @Allow('applicant', 'officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result | Autosaved> {
    return this.rows.submit(ctx, id, {
      ...{ part: 'indicators', rows: 'indicators', ignored: ['kind'], body, shape: IndicatorsForm },
      act: ({ version, indicators }) => this.save.execute(ctx, id, version, indicators.map(indicatorOf)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}

const indicatorOf = ({ kind, title, unit, baseline, planned, source }: IndicatorRow) => ({
  kind,
  title: title ?? '',
  unit: unit ?? '',
  baseline: baseline ?? '',
  planned: planned ?? '',
  source: source ?? '',
});
