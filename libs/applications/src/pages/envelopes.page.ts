import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { Envelopes, type ListedEnvelope } from '../queries/envelopes.js';
import { envelopesList } from './envelopes.list.js';

/** The register of envelopes of a competition. */
@Controller()
export class EnvelopesPage {
  constructor(private readonly read: Envelopes) {}

  @Get('organiser/competitions/:id/envelopes')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(envelopesList) asked: AskedList<ListedEnvelope>,
  ): Promise<Result> {
    const { competition, found, mayRegister } = await this.read.execute(ctx, id, asked);
    const paths = { overview: competitionPaths.overview(id), register: applicationPaths.newEnvelope(id) };
    return asked.answer('applications/envelopes.njk', found, { competition, mayRegister, paths }, competition.code);
  }
}
