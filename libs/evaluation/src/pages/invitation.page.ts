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
import { EXPERT_FIELDS } from '../model/expert.js';
import { evaluationPaths } from '../paths.js';
import { ExpertInvitation } from '../queries/expert-invitation.js';
import { AnswerInvitation } from '../use-cases/answer-invitation.js';
import { InvitationForm, profileOf, refusalOf } from './expert.forms.js';

/** An expert accepts an invitation and says what they know and how much they can take, or refuses with a reason. */
@Controller()
export class InvitationPage {
  constructor(
    private readonly read: ExpertInvitation,
    private readonly answer: AnswerInvitation,
  ) {}

  @Get('scoring/:id/invitation')
  @Allow('expert')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('evaluation/invitation.njk', { view, fields: EXPERT_FIELDS, paths: evaluationPaths, form });
  }

  @Post('scoring/:id/invitation')
  @Allow('expert')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: InvitationForm,
      act: async (input) => {
        if (input.answer === 'refuse') await this.answer.refuse(ctx, id, refusalOf(input));
        else await this.answer.accept(ctx, id, profileOf(input, (await this.read.execute(ctx, id)).agreedAt !== null));
        return input.answer;
      },
      next: (answer) => seeOther(answer === 'accept' ? evaluationPaths.conflicts(id) : evaluationPaths.refused),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
