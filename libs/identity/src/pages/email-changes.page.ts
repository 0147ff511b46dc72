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
import { Confirmers } from '../queries/confirmers.js';
import { EmailChanges } from '../queries/email-changes.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { AskEmailChange, type AskedEmailChange } from '../use-cases/ask-email-change.js';
import { DecideEmailChange } from '../use-cases/decide-email-change.js';
import { doneOf, saying } from './done.js';
import { ConfirmerField, EmailField } from './identity-fields.js';
import { answerRequest } from './second-person.js';

class AskForm implements AskedEmailChange {
  @EmailField() email: string;
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
  @TextField({ max: 500, code: 'identity.identified-by-empty' }) identifiedBy: string;
  @ConfirmerField() organiserId: string | null;
}

/** A lost mailbox: an administrator asks for a new address, another person confirms or refuses. */
@Controller()
export class EmailChangesPage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly changes: EmailChanges,
    private readonly confirmers: Confirmers,
    private readonly ask: AskEmailChange,
    private readonly decide: DecideEmailChange,
  ) {}

  @Get('admin/people/:id/email')
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const person = await this.people.one(ctx, id);
    const confirmers = await this.confirmers.of(ctx.actor.personId!, [id]);
    return page('identity/ask-email-change.njk', { person, ...confirmers, form });
  }

  @Post('admin/people/:id/email')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AskForm,
      act: (asked) => this.ask.execute(ctx, id, asked),
      next: () => seeOther(saying(identityPaths.emailChanges, 'email-change-asked')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('email-changes')
  @Allow('administrator', 'director', 'officer')
  async list(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    return page('identity/email-changes.njk', { rows: await this.changes.list(ctx), done: doneOf(done), form });
  }

  @Post('email-changes/:id/confirmation')
  @Allow('administrator', 'director', 'officer')
  confirm(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.decide.confirm(ctx, id) },
      next: saying(identityPaths.emailChanges, 'email-change-confirmed'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }

  @Post('email-changes/:id/refusal')
  @Allow('administrator', 'director', 'officer')
  refuse(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.decide.refuse(ctx, id) },
      next: saying(identityPaths.emailChanges, 'email-change-refused'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }
}
