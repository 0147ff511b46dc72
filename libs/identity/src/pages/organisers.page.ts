import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  Listed,
  TextField,
  handleForm,
  page,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { listedOrganisers, type OrganiserLine } from '../queries/organisers.js';
import { CreateOrganiser, type NewOrganiser } from '../use-cases/create-organiser.js';
import { doneOf, saying } from './done.js';
import { organisersList } from './organisers.list.js';
import { EdrpouField, EmailField, PhoneField } from './identity-fields.js';

const SLUG = { max: 60, pattern: /^[a-z0-9-]{2,60}$/, code: 'identity.slug-form', patternCode: 'identity.slug-form' };

class OrganiserForm implements NewOrganiser {
  @TextField({ max: 300, code: 'identity.organiser-name-empty' }) name: string;
  @TextField({ max: 120, code: 'identity.organiser-short-name-empty' }) shortName: string;
  @TextField(SLUG) slug: string;
  @EdrpouField() edrpou: string;
  @TextField({ max: 120, code: 'identity.settlement-empty' }) city: string;
  @TextField({ max: 200, code: 'identity.contact-name-empty' }) contactName: string;
  @PhoneField() contactPhone: string;
  @EmailField() contactEmail: string;
  @TextField({ max: 120, code: 'identity.working-hours-empty' }) workingHours: string;
}

/** The authorities that run competitions: who is there, and one more. */
@Controller('admin/organisers')
export class OrganisersPage {
  constructor(
    private readonly db: Database,
    private readonly create: CreateOrganiser,
  ) {}

  @Get()
  @Allow('administrator')
  async list(@Listed(organisersList) asked: AskedList<OrganiserLine>, @Query('done') done: unknown): Promise<Result> {
    return asked.answer('identity/organisers.njk', await listedOrganisers(this.db, asked), { done: doneOf(done) });
  }

  @Get('new')
  @Allow('administrator')
  show(form?: FailedForm): Result {
    return page('identity/new-organiser.njk', { form });
  }

  @Post('new')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrganiserForm,
      act: (organiser) => this.create.execute(ctx, organiser),
      next: () => seeOther(saying(identityPaths.organisers, 'organiser-created')),
      again: async (form) => this.show(form),
    });
  }
}
