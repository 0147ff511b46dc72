import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { DOCX, renderDocx, renderPdf } from '#libs/documents';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, handleForm, page, ParseId, seeOther, TextField } from '#libs/platform/http';
import type { FailedForm, FormBody, Result } from '#libs/platform/http';
import { PRESENT_LENGTH_MAX, PRESENT_MAX } from '../model/opening-act.js';
import { applicationPaths } from '../paths.js';
import { OpeningActs } from '../queries/opening-acts.js';
import { MakeOpeningAct } from '../use-cases/make-opening-act.js';

class PresentForm {
  @TextField({ max: PRESENT_MAX * (PRESENT_LENGTH_MAX + 2), code: 'applications.present-none' }) present: string;
}

/** The minutes of the opening of the proposals: who was present, what had come. */
@Controller('organiser/competitions/:id/opening')
export class OpeningActPage {
  constructor(
    private readonly read: OpeningActs,
    private readonly make: MakeOpeningAct,
  ) {}

  @Get()
  @Allow(...STAFF_ROLES)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const file = (number: number, format: string) => applicationPaths.openingFile(id, number, format);
    return page('applications/opening-act.njk', {
      ...(await this.read.execute(ctx, id)),
      ...{ form, paths: { self: applicationPaths.opening(id), overview: competitionPaths.overview(id), file } },
    });
  }

  @Post()
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: PresentForm },
      act: ({ present }) => this.make.execute(ctx, id, present),
      next: () => seeOther(applicationPaths.opening(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get(':number/:format')
  @Allow(...STAFF_ROLES)
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('number') number: string,
    @Param('format') format: string,
  ): Promise<Result> {
    if (!/^[1-9]\d?$/.test(number) || (format !== 'docx' && format !== 'pdf')) throw new NotFound();
    const paper = await this.read.paper(ctx, id, Number(number));
    const name = `${paper.title} № ${number}.${format}`;
    if (format === 'docx') return download(await renderDocx(paper), { name, mediaType: DOCX });
    return download(await renderPdf(paper), { name, mediaType: 'application/pdf' });
  }
}
