import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
import { MergeOfPeople } from '../queries/merge-of-people.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { MergePeople } from '../use-cases/merge-people.js';
import { saying } from './done.js';
import { EmailField } from './identity-fields.js';

class MergeForm {
  @EmailField() email: string;
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

/** Two accounts of one person become one: the administrator sees what passes before it does. */
@Controller('admin/people/:id/merge')
export class MergePeoplePage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly read: MergeOfPeople,
    private readonly merge: MergePeople,
  ) {}

  /** `into`: the e-mail of the account that stays. */
  @Get()
  @Allow('administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('into') asked?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const person = await this.people.one(ctx, id);
    const into = typeof asked === 'string' ? asked : '';
    const preview = into ? await this.read.preview(ctx, id, into) : null;
    return page('identity/merge-people.njk', { person, into, preview, form });
  }

  @Post()
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: MergeForm,
      act: async ({ email, reason }) => {
        const intoId = await this.read.idOf(ctx, id, email);
        await this.merge.execute(ctx, id, intoId, reason);
        return intoId;
      },
      next: (intoId) => seeOther(saying(identityPaths.person(intoId), 'people-merged')),
      again: (form) => this.show(ctx, id, body.email, form),
    });
  }
}
