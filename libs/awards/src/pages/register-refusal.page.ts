import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { findDocument, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  download,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { awardPaths } from '../paths.js';
import { AwardToRefuse } from '../queries/award-to-refuse.js';
import { RegisterRefusal } from '../use-cases/register-refusal.js';
import { RefusalLetterForm } from './offer.forms.js';

/** The officer registers the letter of an organisation that does not take the money (rules 49, 50). */
@Controller()
export class RegisterRefusalPage {
  constructor(
    private readonly read: AwardToRefuse,
    private readonly register: RegisterRefusal,
    private readonly documents: OpenDocument,
    private readonly db: Database,
  ) {}

  @Get('organiser/awards/:id/refusal')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { award, application } = await this.read.execute(ctx, id);
    const back = awardPaths.changes(award.competitionId);
    if (award.state === 'refused') return seeOther(back);
    return page('awards/register-refusal.njk', {
      ...{ award, application, form },
      paths: { here: awardPaths.registerRefusal(id), back },
    });
  }

  /** The written consent to a smaller sum, with the corrected budget. */
  @Get('organiser/awards/:id/consent')
  @Allow('officer', 'director')
  async consent(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const paper = await findDocument(this.db, await this.read.consent(ctx, id));
    return download(await this.documents.execute(paper), { ...paper, inline: true });
  }

  @Post('organiser/awards/:id/refusal')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: RefusalLetterForm,
      act: async (letter) => {
        await this.register.execute(ctx, id, letter);
        return (await this.read.execute(ctx, id)).award.competitionId;
      },
      next: (competitionId) => seeOther(awardPaths.changes(competitionId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
