import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, ParseId, type FailedForm, type FormBody, type Result, type Autosaved } from '#libs/platform/http';
import { targetGroupName } from '../model/reach.js';
import { SaveAbout } from '../use-cases/save-about.js';
import { pressed } from './form-rows.js';
import { PartPage, type PartQuery } from './part-page.js';
import { AboutForm } from './part.forms.js';

/** The name of the project, its priority, its days, whom it reaches. */
@Controller()
export class AboutPage {
  constructor(
    private readonly part: PartPage,
    private readonly save: SaveAbout,
  ) {}

  @Get('applications/:id/about')
  @Allow('applicant', 'officer')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, 'about', { query, form }, ({ settings, draft }) => ({
      template: 'applications/about.njk',
      reach: settings.targetGroups.map((group) => ({
        ...{ key: group.key, group: targetGroupName(group, ctx.lang) },
        people: draft.reach.find(({ key }) => key === group.key)?.people,
      })),
    }));
  }

  @Post('applications/:id/about')
  @Allow('applicant', 'officer')
  async submit(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Body() body: FormBody,
  ): Promise<Result | Autosaved> {
    const next = await this.part.next(ctx, id, 'about', pressed(body) === 'next' ? 'next' : 'save');
    return this.part.save(ctx, {
      body,
      shape: AboutForm,
      act: ({ version, title, priorityId, startOn, endOn, reach }) =>
        this.save.execute(ctx, id, version, {
          ...{ title: title ?? '', priorityId, startOn, endOn },
          reach: reach.flatMap(({ key, people }) => (people === null ? [] : { key, people })),
        }),
      next: () => next,
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}
