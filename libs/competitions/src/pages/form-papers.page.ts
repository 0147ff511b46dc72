import { Controller, Get, Inject, Param } from '@nestjs/common';
import { DOCX, renderDocx, type PdfModel } from '#libs/documents';
import { Public, type Context } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { emptyFormPaper, examplePaper } from '../model/form-paper.js';
import { competitionPaths } from '../paths.js';
import { AnnouncementOf } from '../queries/announcement.js';
import { ReadModelProposal } from '../queries/model-proposal.js';

/** The form and its filled-in example as documents, for those who write where there is no internet. */
@Controller()
export class FormPapersPage {
  constructor(
    private readonly announcement: AnnouncementOf,
    private readonly example: ReadModelProposal,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('competitions/:code/form.docx')
  @Public('the form of a call is part of its announcement')
  async form(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const call = await this.call(ctx, code);
    return this.file(ctx, 'form', code, emptyFormPaper(call, call.form, ctx.lang));
  }

  @Get('competitions/:code/example.docx')
  @Public('every applicant sees the same example')
  async filled(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const { sections } = await this.example.byCode(code);
    if (sections.length === 0) throw new NotFound();
    return this.file(ctx, 'example', code, examplePaper(await this.call(ctx, code), sections, ctx.lang));
  }

  private async call(ctx: Context, code: string) {
    const { competition, title, organiser } = await this.announcement.byCode(ctx, code);
    const { form, closesAt } = competition;
    return {
      ...{ title, form, organiser: organiser.name },
      address: `${this.config.publicUrl}${ctx.lang === 'en' ? '/en' : ''}${competitionPaths.show(code)}`,
      closesAt: closesAt ? longDateTime(closesAt, ctx.lang) : '',
    };
  }

  private async file({ lang }: Context, kind: 'form' | 'example', code: string, paper: PdfModel): Promise<Result> {
    const name = `${phrase(lang, `competitions:formPaper.fileName.${kind}`)} ${code}.docx`;
    return download(await renderDocx(paper), { name, mediaType: DOCX });
  }
}
