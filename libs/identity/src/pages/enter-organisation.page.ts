import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, handleForm, page, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { LEGAL_FORMS, NON_PROFIT_SIGNS } from '../model/organisation.js';
import { safeNext } from '../model/safe-next.js';
import { identityPaths } from '../paths.js';
import { EnterOrganisation } from '../use-cases/enter-organisation.js';
import { OrganisationForm } from './new-organisation.page.js';

const CODE = /^\d{8}$/;

/** The card of an organisation that has sent a paper; `next` leads back to the envelope. */
@Controller('organisations/from-paper')
export class EnterOrganisationPage {
  constructor(private readonly enter: EnterOrganisation) {}

  @Get()
  @Allow('officer')
  show(@Query('next') next: string | undefined, @Query('edrpou') edrpou: unknown, form?: FailedForm): Result {
    return page('identity/new-organisation.njk', {
      ...{ legalForms: LEGAL_FORMS, signs: NON_PROFIT_SIGNS, form, isFromPaper: true },
      edrpou: typeof edrpou === 'string' && CODE.test(edrpou) ? edrpou : undefined,
      path: identityPaths.organisationFromPaper(safeNext(next)),
      back: safeNext(next),
    });
  }

  @Post()
  @Allow('officer')
  save(@Ctx() ctx: Context, @Query('next') next: string | undefined, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrganisationForm,
      act: (card) => this.enter.execute(ctx, card),
      next: () => seeOther(safeNext(next)),
      again: async (form) => this.show(next, undefined, form),
    });
  }
}
