import { Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { SHOWING_MINUTES } from '../model/showing.js';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting } from '../queries/application-for-writing.js';
import { ShownDraft } from '../queries/shown-draft.js';
import { ShowDraft } from '../use-cases/show-draft.js';

/** The applicant shows the draft to somebody who helps, and sees who has looked. */
@Controller()
export class ShowingPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly shown: ShownDraft,
    private readonly show: ShowDraft,
  ) {}

  @Get('applications/:id/showing')
  @Allow('applicant')
  open(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.page(ctx, id, null);
  }

  /** The code stands on this one page and is kept nowhere. */
  @Post('applications/:id/showing')
  @Allow('applicant')
  async make(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.page(ctx, id, await this.show.execute(ctx, id));
  }

  private async page(ctx: Context, id: string, code: string | null): Promise<Result> {
    const { application, settings } = await this.read.execute(ctx, id);
    return page('applications/showing.njk', {
      ...{ application, competition: settings, code, minutes: SHOWING_MINUTES },
      looks: await this.shown.looks(ctx, id),
      paths: { self: applicationPaths.showing(id), application: applicationPaths.show(id) },
    });
  }
}
