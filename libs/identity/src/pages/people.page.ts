import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, ParseId, page, type Result } from '#libs/platform/http';
import { SUBSTITUTED_ROLES } from '../model/substitution.js';
import { PeopleOfSystem, type PersonLine } from '../queries/people-of-system.js';
import { ENDED_BY_ADMINISTRATOR } from '../use-cases/end-role.js';
import { doneOf } from './done.js';
import { peopleList } from './people.list.js';

@Controller('admin/people')
export class PeoplePage {
  constructor(private readonly people: PeopleOfSystem) {}

  @Get()
  @Allow('administrator')
  async list(@Ctx() ctx: Context, @Listed(peopleList) asked: AskedList<PersonLine>): Promise<Result> {
    return asked.answer('identity/people.njk', await this.people.list(ctx, asked));
  }

  @Get(':id')
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query('done') done: unknown): Promise<Result> {
    const person = await this.people.one(ctx, id);
    return page('identity/person.njk', {
      person,
      endable: ENDED_BY_ADMINISTRATOR,
      substituted: SUBSTITUTED_ROLES,
      done: doneOf(done),
    });
  }
}
