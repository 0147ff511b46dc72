import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  ParseId,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { OrganisationForItsPeople } from '../queries/organisation-for-people.js';
import { InviteColleague } from '../use-cases/invite-colleague.js';
import { doneOf, saying } from './done.js';
import { EmailField, NameField } from './identity-fields.js';

class ColleagueForm {
  @EmailField() email: string;
  @NameField({ code: 'identity.family-name-empty' }) familyName: string;
  @NameField({ code: 'identity.given-name-empty' }) givenName: string;
  @NameField({ required: false }) patronymic: string | null;
}

@Controller('organisations/:id')
export class OrganisationPage {
  constructor(
    private readonly read: OrganisationForItsPeople,
    private readonly invite: InviteColleague,
  ) {}

  @Get()
  @Allow('applicant')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const leadsTo = await this.read.leadsTo(id);
    if (leadsTo) return seeOther(identityPaths.organisation(leadsTo));
    const organisation = await this.read.execute(ctx, id);
    return page('identity/organisation.njk', { organisation, done: doneOf(done), form });
  }

  @Post('people')
  @Allow('applicant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ColleagueForm,
      act: (person) => this.invite.execute(ctx, id, person),
      next: () => seeOther(saying(identityPaths.organisation(id), 'colleague-invited')),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}
