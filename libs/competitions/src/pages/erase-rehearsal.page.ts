import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TickField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { invalidField } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { competitionPaths } from '../paths.js';
import { competitionById } from '../queries/read-competition.js';
import { EraseRehearsal } from '../use-cases/erase-rehearsal.js';

class ErasureForm {
  @TickField()
  sure = false;
}

/** A rehearsal is erased: what will go, and one tick before it goes. */
@Controller()
export class EraseRehearsalPage {
  constructor(
    private readonly db: Database,
    private readonly erase: EraseRehearsal,
  ) {}

  @Get('organiser/competitions/:id/erasure')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(competitionPolicy, 'erase', ctx.actor, competition);
    const [action, back] = [competitionPaths.erasure(id), competitionPaths.overview(id)];
    return page('competitions/erasure.njk', { competition, action, back, form });
  }

  @Post('organiser/competitions/:id/erasure')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ErasureForm,
      act: ({ sure }) => {
        if (!sure) throw invalidField('sure', 'competitions.erasure-unsure');
        return this.erase.execute(ctx, id);
      },
      next: () => seeOther(`${competitionPaths.ofOrganiser}?done=erased`),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
