import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
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
import { EndRole } from '../use-cases/end-role.js';
import { saying } from './done.js';

class EndRoleForm {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

@Controller('admin/people/:id/roles/:grantId/end')
export class EndRolePage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly endRole: EndRole,
  ) {}

  @Get()
  @Allow('administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const person = await this.people.one(ctx, id);
    const power = person.powers.find((one) => one.id === grantId && one.endedOn === null);
    if (!power) throw new NotFound();
    return page('identity/end-role.njk', { person, power, form });
  }

  @Post()
  @Allow('administrator')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: EndRoleForm,
      act: (input) => this.endRole.execute(ctx, grantId, input.reason),
      next: () => seeOther(saying(identityPaths.person(id), 'role-ended')),
      again: (form) => this.show(ctx, id, grantId, form),
    });
  }
}
