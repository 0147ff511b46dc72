import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, type Context, type Lang } from '#libs/platform/access';
import {
  Ctx,
  OneOfField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import type { PersonDetails } from '../model/person-details.js';
import { identityPaths } from '../paths.js';
import { MyDetails } from '../queries/my-details.js';
import { ChangeDetails } from '../use-cases/change-details.js';
import { saying } from './done.js';
import { NameField, PhoneField } from './identity-fields.js';

class DetailsForm implements PersonDetails {
  @NameField({ code: 'identity.family-name-empty' }) familyName: string;
  @NameField({ code: 'identity.given-name-empty' }) givenName: string;
  @NameField({ required: false }) patronymic: string | null;
  @PhoneField({ required: false }) phone: string | null;
  @OneOfField(['uk', 'en']) language: Lang;
}

@Controller('account/details')
export class AccountDetailsPage {
  constructor(
    private readonly read: MyDetails,
    private readonly change: ChangeDetails,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    return page('identity/account-details.njk', { person: await this.read.execute(ctx), form });
  }

  @Post()
  @Allow()
  save(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: DetailsForm,
      act: (details) => this.change.execute(ctx, details),
      next: () => seeOther(saying(identityPaths.account, 'details-changed')),
      again: (form) => this.show(ctx, form),
    });
  }
}
