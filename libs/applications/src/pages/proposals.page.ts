import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { partInWords } from '../model/flaws-in-words.js';
import { ProposalsOfCompetition, type ProposalRow } from '../queries/proposals-of-competition.js';
import { proposalsList } from './proposals.list.js';

/** The register of proposals: before the opening only how many there are. */
@Controller()
export class ProposalsPage {
  constructor(private readonly read: ProposalsOfCompetition) {}

  @Get('organiser/competitions/:id/proposals')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(proposalsList) asked: AskedList<ProposalRow>,
  ): Promise<Result> {
    const { competition, counts, isSealed, found, form, ...read } = await this.read.execute(ctx, id, asked);
    const progress = read.progress.map((one) => ({ ...one, title: partInWords(one.part, form!, ctx.lang) }));
    const model = { competition, counts, isSealed, progress, paths: { overview: competitionPaths.overview(id) } };
    return asked.answer('applications/proposals.njk', found, model, competition.code);
  }
}
