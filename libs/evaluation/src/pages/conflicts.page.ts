import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { Allow, demand, holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  AskedList,
  Ctx,
  handleForm,
  Listed,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { evaluationPaths } from '../paths.js';
import { proposalsToDeclare } from '../queries/proposals-to-declare.js';
import { declaredLinks } from '../queries/declared-links.js';
import { DeclareConflicts } from '../use-cases/declare-conflicts.js';
import { conflictsList, type DeclarationRow } from './conflicts.list.js';
import { ConflictsForm, readDeclarations, readLinks } from './scoring.forms.js';

/** All proposals of a competition on one page: none, potential or real conflict, saved in one act (rule 31). */
@Controller()
export class ConflictsPage {
  constructor(
    private readonly db: Database,
    private readonly declare: DeclareConflicts,
  ) {}

  @Get('conflicts/:competitionId')
  @Allow(...SCORERS)
  async show(
    @Ctx() ctx: Context,
    @Param('competitionId', ParseId) id: string,
    @Listed(conflictsList) asked: AskedList<DeclarationRow>,
    form?: FailedForm,
  ): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(evaluationPolicy, 'declare', ctx.actor, competition);
    const isOpen = DECLARING_STATES.includes(competition.state);
    const proposals = isOpen ? await this.proposals(ctx, id) : [];
    const undeclared = proposals.filter(({ kind }) => kind === null).length;
    const found = await asked.pick(this.db, proposals);
    const links = await declaredLinks(this.db, ctx.actor.personId!);
    const model = { competition, isOpen, undeclared, links, paths: evaluationPaths, form };
    return asked.answer('evaluation/conflicts.njk', found, model, competition.code);
  }

  @Post('conflicts/:competitionId')
  @Allow(...SCORERS)
  save(@Ctx() ctx: Context, @Param('competitionId', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ConflictsForm,
      act: async (input) => {
        const ids = (await this.proposals(ctx, id)).map(({ applicationId }) => applicationId);
        await this.declare.execute(ctx, id, readDeclarations(body, input, ids), readLinks(input));
      },
      next: () => seeOther(evaluationPaths.queue(id)),
      again: (form) => this.show(ctx, id, AskedList.whole(conflictsList, evaluationPaths.conflicts(id), ctx), form),
    });
  }

  /** rule 35: whoever may act for the applicant is told so; the person decides what it means. */
  private async proposals(ctx: Context, competitionId: string) {
    const rows = await proposalsToDeclare(this.db, competitionId, ctx.actor.personId!);
    return rows.map((row) => ({
      ...row,
      declared: row.kind ?? ('undeclared' as const),
      actsForApplicant: holds(ctx.actor, ['applicant'], row.organisationId),
    }));
  }
}
