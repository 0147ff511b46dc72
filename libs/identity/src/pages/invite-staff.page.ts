import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  DayField,
  OneOfField,
  ParseId,
  TextField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { INVITED_ROLES } from '../model/roles.js';
import { identityPaths } from '../paths.js';
import { organisers } from '../queries/organisers.js';
import { PeopleOfSystem, type PersonCard } from '../queries/people-of-system.js';
import { InviteStaff, type NewStaff } from '../use-cases/invite-staff.js';
import { saying } from './done.js';
import { EmailField, NameField } from './identity-fields.js';

const UUID = /^[0-9a-f-]{36}$/;

class StaffForm implements NewStaff {
  @EmailField() email: string;
  @NameField({ code: 'identity.family-name-empty' }) familyName: string;
  @NameField({ code: 'identity.given-name-empty' }) givenName: string;
  @NameField({ required: false }) patronymic: string | null;
  @OneOfField(INVITED_ROLES, { code: 'identity.role-empty' }) role: NewStaff['role'];
  @TextField({ required: false, max: 36, pattern: UUID, patternCode: 'identity.choose-organiser' })
  organiserId: string | null;
  @TextField({ max: 300, code: 'identity.position-empty' }) position: string;
  @TextField({ max: 60, code: 'identity.act-number-empty' }) actNumber: string;
  @DayField() actOn: string;
  @DayField({ required: false }) untilOn: string | null;
}

@Controller('admin/people/new')
export class InviteStaffPage {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleOfSystem,
    private readonly invite: InviteStaff,
  ) {}

  /** `person`: somebody known who gets one more role. */
  @Get()
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Query('person') personId?: unknown, form?: FailedForm): Promise<Result> {
    const person: Partial<PersonCard> = typeof personId === 'string' ? await this.known(ctx, personId) : {};
    return page('identity/invite-staff.njk', {
      person,
      roles: INVITED_ROLES,
      organisers: await organisers(this.db),
      form,
    });
  }

  @Post()
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: StaffForm,
      act: (staff) => this.invite.execute(ctx, staff),
      next: (personId) => seeOther(saying(identityPaths.person(personId), 'staff-invited')),
      again: (form) => this.show(ctx, undefined, form),
    });
  }

  private known(ctx: Context, personId: string): Promise<PersonCard> {
    return this.people.one(ctx, new ParseId().transform(personId));
  }
}
