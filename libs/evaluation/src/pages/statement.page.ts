import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { evaluationPaths } from '../paths.js';
import { proposalsToDeclare } from '../queries/proposals-to-declare.js';
import { RaiseConflictQuestion } from '../use-cases/raise-conflict-question.js';
import { StatementForm } from './conflict-questions.forms.js';

/** rule 33: any member states that another one has a conflict of interest. */
@Controller()
export class StatementPage {
  constructor(
    private readonly db: Database,
    private readonly raise: RaiseConflictQuestion,
  ) {}

  @Get('conflicts/:competitionId/statement')
  @Allow(...SCORERS)
  async show(@Ctx() ctx: Context, @Param('competitionId', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(evaluationPolicy, 'declare', ctx.actor, competition);
    // Before the opening act nobody learns who applied (rule 16).
    if (!DECLARING_STATES.includes(competition.state)) throw new Conflict('evaluation.not-declaring-now');
    const people = await peopleWithRole(this.db, id, SCORERS);
    const members = people.filter(({ personId }) => personId !== ctx.actor.personId);
    const proposals = await proposalsToDeclare(this.db, id, ctx.actor.personId!);
    return page('evaluation/statement.njk', { competition, members, proposals, paths: evaluationPaths, form });
  }

  @Post('conflicts/:competitionId/statement')
  @Allow(...SCORERS)
  save(@Ctx() ctx: Context, @Param('competitionId', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: StatementForm,
      act: (input) => this.raise.state(ctx, id, input),
      next: () => seeOther(evaluationPaths.conflicts(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
