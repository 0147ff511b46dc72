import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  DayField,
  OneOfField,
  TextField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { LEGAL_FORMS, NON_PROFIT_SIGNS, type LegalForm, type OrganisationCard } from '../model/organisation.js';
import { identityPaths } from '../paths.js';
import { RegisterOrganisation } from '../use-cases/register-organisation.js';
import { EdrpouField, EmailField, KatottgField, KoatuuField, NameField, PhoneField } from './identity-fields.js';

export class OrganisationForm implements OrganisationCard {
  @EdrpouField() edrpou: string;
  @TextField({ max: 300, code: 'identity.name-empty' }) name: string;
  @TextField({ max: 120, code: 'identity.short-name-empty' }) shortName: string;
  @OneOfField(LEGAL_FORMS, { code: 'identity.legal-form-empty' }) legalForm: LegalForm;
  @DayField() registeredOn: string;
  @OneOfField(NON_PROFIT_SIGNS, { code: 'identity.sign-empty' }) nonProfitSign: string;
  @TextField({ max: 300, code: 'identity.address-empty' }) address: string;
  @TextField({ max: 120, code: 'identity.settlement-empty' }) settlement: string;
  @KatottgField() katottg: string | null;
  @KoatuuField() koatuu: string | null;
  @NameField({ code: 'identity.family-name-empty' }) headFamilyName: string;
  @NameField({ code: 'identity.given-name-empty' }) headGivenName: string;
  @NameField({ required: false }) headPatronymic: string | null;
  @PhoneField() phone: string;
  @EmailField() email: string;
}

@Controller('organisations/new')
export class NewOrganisationPage {
  constructor(private readonly register: RegisterOrganisation) {}

  @Get()
  @Allow()
  show(@Ctx() ctx: Context, form?: FailedForm): Result {
    const email = ctx.actor.email;
    return page('identity/new-organisation.njk', {
      ...{ legalForms: LEGAL_FORMS, signs: NON_PROFIT_SIGNS, email, form },
      path: identityPaths.newOrganisation,
    });
  }

  @Post()
  @Allow()
  save(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrganisationForm,
      act: (card) => this.register.execute(ctx, card),
      next: (id) => seeOther(identityPaths.organisation(id)),
      again: async (form) => this.show(ctx, form),
    });
  }
}
