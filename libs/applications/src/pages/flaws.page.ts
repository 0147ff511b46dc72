import { Controller, Get, Param } from '@nestjs/common';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { FlawsOfAdmission } from '../queries/flaws-of-admission.js';
import { flawLines, reasonsOf, type FlawLine } from './flaw-rows.js';
import { flawsList } from './flaws.list.js';

/** The table of errors of a call: which proposal, what is wrong, by which rule, what to do, whom to phone. */
@Controller()
export class FlawsPage {
  constructor(
    private readonly read: FlawsOfAdmission,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/:id/flaws')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(flawsList) asked: AskedList<FlawLine>,
  ): Promise<Result> {
    const { competition, proposals } = await this.read.execute(ctx, id);
    const lines = flawLines(id, proposals, ctx.lang);
    const found = await asked.pick(this.db, lines);
    const model = { competition, reasons: reasonsOf(lines), paths: { admission: applicationPaths.admission(id) } };
    return asked.answer('applications/flaws.njk', found, model, competition.code);
  }
}
