import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { awardPaths } from '../paths.js';
import { OfferForPage } from '../queries/offer-for-page.js';
import { DeclineAward } from '../use-cases/decline-award.js';
import { answerPlace } from './answer-place.js';
import { RefusalForm } from './offer.forms.js';

/** The organisation says that it does not take the money (rules 49, 50). */
@Controller()
export class RefusalPage {
  constructor(
    private readonly read: OfferForPage,
    private readonly decline: DeclineAward,
  ) {}

  @Get('applications/:id/result/refusal')
  @Allow('applicant', 'officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { award, application } = await this.read.answerable(ctx, id);
    const result = answerPlace(ctx, { award, application });
    if (award.state === 'refused') return seeOther(result);
    return page('awards/refusal.njk', {
      ...{ award, application, form },
      paths: { here: awardPaths.refusal(id), result },
    });
  }

  @Post('applications/:id/result/refusal')
  @Allow('applicant', 'officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: RefusalForm,
      act: async ({ reason }) => {
        await this.decline.execute(ctx, id, reason);
        return this.read.answerable(ctx, id);
      },
      next: (answered) => seeOther(answerPlace(ctx, answered, 'refused')),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
