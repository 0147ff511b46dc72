import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
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
import type { EditableCard } from '../model/organisation.js';
import { identityPaths } from '../paths.js';
import { OrganisationForItsPeople } from '../queries/organisation-for-people.js';
import { EditOrganisation } from '../use-cases/edit-organisation.js';
import { saying } from './done.js';
import { EmailField, PhoneField } from './identity-fields.js';

const KATOTTG = { max: 19, pattern: /^UA\d{17}$/, patternCode: 'identity.katottg-form' };
const VERSION_MAX = 1_000_000;

class CardForm implements EditableCard {
  @TextField({ max: 300, code: 'identity.name-empty' }) name: string;
  @TextField({ max: 120, code: 'identity.short-name-empty' }) shortName: string;
  @TextField({ max: 200, code: 'identity.head-name-empty' }) headName: string;
  @TextField({ max: 300, code: 'identity.address-empty' }) address: string;
  @TextField({ max: 120, code: 'identity.settlement-empty' }) settlement: string;
  @TextField({ required: false, ...KATOTTG }) katottg: string | null;
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
    return page('identity/edit-organisation.njk', { organisation: await this.read.execute(ctx, id), form });
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
