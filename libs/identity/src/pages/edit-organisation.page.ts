import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  DayField,
  OneOfField,
  ParseId,
  TextField,
  WholeNumberField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { LEGAL_FORMS, NON_PROFIT_SIGNS, type EditableCard, type LegalForm } from '../model/organisation.js';
import { identityPaths } from '../paths.js';
import { OrganisationForItsPeople } from '../queries/organisation-for-people.js';
import { EditOrganisation } from '../use-cases/edit-organisation.js';
import { saying } from './done.js';
import { EmailField, KatottgField, KoatuuField, NameField, PhoneField } from './identity-fields.js';

const VERSION_MAX = 1_000_000;

class CardForm implements EditableCard {
  @TextField({ max: 300, code: 'identity.name-empty' }) name: string;
  @TextField({ max: 120, code: 'identity.short-name-empty' }) shortName: string;
  @OneOfField(LEGAL_FORMS, { code: 'identity.legal-form-empty' }) legalForm: LegalForm;
  @DayField() registeredOn: string;
  @OneOfField(NON_PROFIT_SIGNS, { code: 'identity.sign-empty' }) nonProfitSign: string;
  @NameField({ code: 'identity.family-name-empty' }) headFamilyName: string;
  @NameField({ code: 'identity.given-name-empty' }) headGivenName: string;
  @NameField({ required: false }) headPatronymic: string | null;
  @TextField({ max: 300, code: 'identity.address-empty' }) address: string;
  @TextField({ max: 120, code: 'identity.settlement-empty' }) settlement: string;
  @KatottgField() katottg: string | null;
  @KoatuuField() koatuu: string | null;
  @PhoneField() phone: string;
  @EmailField() email: string;
  @WholeNumberField({ min: 1, max: VERSION_MAX }) version: number;
}

@Controller('organisations/:id/card')
export class EditOrganisationPage {
  constructor(
    private readonly read: OrganisationForItsPeople,
    private readonly edit: EditOrganisation,
  ) {}

  @Get()
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const organisation = await this.read.execute(ctx, id);
    // Who was told of the other person's change saves over it; until then the form stays the one that was opened.
    const isTold = form?.errors.some(({ code }) => code === 'identity.card-changed-meanwhile');
    const version = isTold ? organisation.version : (form?.values.version ?? organisation.version);
    const choices = { legalForms: LEGAL_FORMS, signs: NON_PROFIT_SIGNS };
    return page('identity/edit-organisation.njk', { organisation, version, ...choices, form });
  }

  @Post()
  @Allow('applicant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CardForm,
      act: (card) => this.edit.execute(ctx, id, card),
      next: () => seeOther(saying(identityPaths.organisation(id), 'card-changed')),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
