import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
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
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { DisablePerson } from '../use-cases/disable-person.js';
import { saying } from './done.js';

class DisableForm {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

/** An administrator closes an account and opens it again. */
@Controller('admin/people/:id')
export class DisablePersonPage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly disable: DisablePerson,
  ) {}

  @Get('disabling')
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return page('identity/disable-person.njk', { person: await this.people.one(ctx, id), form });
  }

  @Post('disabling')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: DisableForm,
      act: ({ reason }) => this.disable.execute(ctx, id, reason),
      next: () => seeOther(saying(identityPaths.person(id), 'person-disabled')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('enabling')
  @Allow('administrator')
  async open(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    await this.disable.enable(ctx, id);
    return seeOther(saying(identityPaths.person(id), 'person-enabled'));
  }
}
