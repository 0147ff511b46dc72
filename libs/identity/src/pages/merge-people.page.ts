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
import { namesDiffer } from '../model/people-merge.js';
import { identityPaths } from '../paths.js';
import { MergeOfPeople } from '../queries/merge-of-people.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { PeopleMerges } from '../queries/people-merges.js';
import { AskPeopleMerge, type WishToMerge } from '../use-cases/ask-people-merge.js';
import { DecidePeopleMerge } from '../use-cases/decide-people-merge.js';
import { doneOf, saying } from './done.js';
import { ConfirmerField, EmailField } from './identity-fields.js';
import { answerRequest } from './second-person.js';

class MergeForm implements WishToMerge {
  @EmailField() email: string;
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
  @TextField({ max: 500, code: 'identity.merge-identified-by-empty' }) identifiedBy: string;
  @ConfirmerField() organiserId: string | null;
}

/** Two accounts of one person become one: the administrator sees what passes and asks, another person confirms. */
@Controller()
export class MergePeoplePage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly read: MergeOfPeople,
    private readonly merges: PeopleMerges,
    private readonly ask: AskPeopleMerge,
    private readonly decide: DecidePeopleMerge,
  ) {}

  /** `into`: the e-mail of the account that stays. */
  @Get('admin/people/:id/merge')
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
    const hasOtherName = preview !== null && namesDiffer(person, preview);
    return page('identity/merge-people.njk', { person, into, preview, hasOtherName, form });
  }

  @Post('admin/people/:id/merge')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: MergeForm,
      act: async ({ email, ...wish }) => this.ask.execute(ctx, id, await this.read.idOf(ctx, id, email), wish),
      next: () => seeOther(saying(identityPaths.peopleMerges, 'people-merge-asked')),
      again: (form) => this.show(ctx, id, body.email, form),
    });
  }

  @Get('people-merges')
  @Allow('administrator', 'director', 'officer')
  async list(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    return page('identity/people-merges.njk', { rows: await this.merges.list(ctx), done: doneOf(done), form });
  }

  @Post('people-merges/:id/confirmation')
  @Allow('administrator', 'director', 'officer')
  confirm(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.decide.confirm(ctx, id) },
      next: saying(identityPaths.peopleMerges, 'people-merged'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }

  @Post('people-merges/:id/refusal')
  @Allow('administrator', 'director', 'officer')
  refuse(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.decide.refuse(ctx, id) },
      next: saying(identityPaths.peopleMerges, 'people-merge-refused'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }
}
