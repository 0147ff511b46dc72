import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, Public, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { COMMISSION, DISTRIBUTORS, STAFF } from '../access/evaluation.policy.js';
import { LOT_PARTIES_MIN } from '../model/lot.js';
import { evaluationPaths } from '../paths.js';
import { DrawForPage } from '../queries/draw-for-page.js';
import { HoldDraw } from '../use-cases/hold-draw.js';
import { ButtonForm } from './scoring.forms.js';
import { wayBack } from './way-back.js';

const SECRET_MAX = 200;

class CommitmentForm {
  @TextField({ max: 64, pattern: /^[0-9a-f]{64}$/, patternCode: 'evaluation.commitment-form' })
  commitment: string;
}

class SecretForm {
  @TextField({ max: SECRET_MAX })
  secret: string;
}

/** The draw of lots: commitments, then secrets; each step is seen by everybody (rule 47). */
@Controller()
export class DrawPage {
  constructor(
    private readonly read: DrawForPage,
    private readonly draw: HoldDraw,
  ) {}

  @Get('competitions/:code/draw')
  @Public('everybody sees each step of a draw')
  async all(@Param('code') code: string): Promise<Result> {
    const view = await this.read.public(code);
    return page('evaluation/public-draw.njk', { ...view, least: LOT_PARTIES_MIN });
  }

  @Get('organiser/competitions/:id/draw')
  @Allow(...STAFF, ...COMMISSION)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const back = wayBack(ctx, view.competition);
    return page('evaluation/draw.njk', { view, back, least: LOT_PARTIES_MIN, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/draw/commitment')
  @Allow(...STAFF, ...COMMISSION)
  commit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CommitmentForm,
      act: ({ commitment }) => this.draw.commit(ctx, id, commitment),
      next: () => seeOther(evaluationPaths.draw(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/draw/secrets')
  @Allow(...DISTRIBUTORS)
  ask(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.press(ctx, id, body, () => this.draw.askForSecrets(ctx, id));
  }

  @Post('organiser/competitions/:id/draw/secret')
  @Allow(...STAFF, ...COMMISSION)
  open(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SecretForm,
      act: ({ secret }) => this.draw.open(ctx, id, secret),
      next: () => seeOther(evaluationPaths.draw(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/draw/round')
  @Allow(...DISTRIBUTORS)
  renew(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.press(ctx, id, body, () => this.draw.renew(ctx, id));
  }

  private press(ctx: Context, id: string, body: FormBody, act: () => Promise<void>): Promise<Result> {
    return handleForm({
      ...{ body, shape: ButtonForm, act },
      next: () => seeOther(evaluationPaths.draw(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
