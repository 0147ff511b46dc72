import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, Paging, ParseId, page, type Result } from '#libs/platform/http';
import { SUBSTITUTED_ROLES } from '../model/substitution.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { ENDED_BY_ADMINISTRATOR } from '../use-cases/end-role.js';
import { doneOf } from './done.js';

@Controller('admin/people')
export class PeoplePage {
  constructor(private readonly people: PeopleOfSystem) {}

  @Get()
  @Allow('administrator')
  async list(@Ctx() ctx: Context, @Query() query: { q?: unknown; page?: unknown }): Promise<Result> {
    const search = typeof query.q === 'string' ? query.q : '';
    const paging = Paging.from(query);
    const { rows, total } = await this.people.list(ctx, search, paging);
    return page('identity/people.njk', { rows, search, paging: paging.of(total) });
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
