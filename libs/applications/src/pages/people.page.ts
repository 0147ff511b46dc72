import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { identityPaths, peopleWithRole } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  OneOfField,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { rightOf, RIGHTS, type Right } from '../model/rights.js';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting } from '../queries/application-for-writing.js';
import { GiveRights } from '../use-cases/give-rights.js';

const PEOPLE_MAX = 100;

class PersonRight {
  @TextField({ max: 36 }) personId: string;
  @OneOfField(RIGHTS) right: Right;
}

class RightsForm {
  @ArrayMaxSize(PEOPLE_MAX, { message: 'applications.too-many-rows', context: { max: PEOPLE_MAX } })
  @ValidateNested({ each: true })
  @Type(() => PersonRight)
  people: PersonRight[] = [];
}

/** Who of the organisation may view, edit and submit this proposal. */
@Controller()
export class PeoplePage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly give: GiveRights,
    private readonly db: Database,
  ) {}

  @Get('applications/:id/people')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { rights, organisationId } = view.application;
    const found = await peopleWithRole(this.db, organisationId, ['applicant']);
    const people = found.map(({ personId, fullName, email }) => ({
      ...{ personId, fullName, email, right: rightOf(rights, personId), isMe: personId === ctx.actor.personId },
    }));
    return page('applications/people.njk', {
      ...{ view, people, form, rights: RIGHTS, paths: applicationPaths },
      mayGive: view.may.send || !people.some(({ right }) => right === 'submit'),
      organisation: identityPaths.organisation(organisationId),
    });
  }

  @Post('applications/:id/people')
  @Allow('applicant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: RightsForm,
      act: ({ people }) => this.give.execute(ctx, id, people),
      next: () => seeOther(`${applicationPaths.show(id)}?saved=1`),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
