import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  DayField,
  ParseId,
  TextField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { LiquidationPreviewFor } from '../queries/liquidation-preview.js';
import { LiquidateOrganisation, type Liquidation } from '../use-cases/liquidate-organisation.js';
import { doneOf, saying } from './done.js';

class LiquidationForm implements Liquidation {
  @DayField() liquidatedOn: string;
  @TextField({ max: 300, code: 'identity.liquidation-act-empty' }) act: string;
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

/** An organisation is no more: who knows it sees what follows, and marks it by the act of the register. */
@Controller('organisations/:id/liquidation')
export class LiquidationPage {
  constructor(
    private readonly read: LiquidationPreviewFor,
    private readonly liquidate: LiquidateOrganisation,
  ) {}

  @Get()
  @Allow('officer', 'administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    return page('identity/liquidation.njk', {
      organisation: await this.read.execute(ctx, id),
      done: doneOf(done),
      form,
    });
  }

  @Post()
  @Allow('officer', 'administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: LiquidationForm,
      act: (input) => this.liquidate.execute(ctx, id, input),
      next: () => seeOther(saying(identityPaths.liquidation(id), 'organisation-liquidated')),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}
