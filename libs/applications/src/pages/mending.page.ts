import { Controller, Get, Param } from '@nestjs/common';
import { clockSentence } from '#libs/notifications';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { explainDueDate } from '#libs/terms';
import { partInWords } from '../model/flaws-in-words.js';
import { applicationPaths } from '../paths.js';
import type { Mending } from '../queries/mending.js';
import { MendingForPage } from '../queries/mending-for-page.js';

/** What was given back for mending, until when, and what reads otherwise since (rule 38). */
@Controller()
export class MendingPage {
  constructor(private readonly read: MendingForPage) {}

  @Get('applications/:id/mending')
  @Allow()
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { mending, proposal, form, differences } = await this.read.execute(ctx, id);
    const part = (name: Mending['flaws'][number]['part']) => partInWords(name, form, ctx.lang);
    return page('applications/mending.njk', {
      ...{ mending, proposal, term: termInWords(ctx, mending) },
      flaws: mending.flaws.map((flaw) => ({ part: part(flaw.part), what: flaw.what })),
      differences: differences?.map((one) => ({ ...one, part: part(one.part) })),
      paths: { reading: applicationPaths.reading(id) },
    });
  }
}

/** Whether the term runs, from when, and how its last day was found. */
export const termInWords = ({ lang }: Context, { term }: Mending) => ({
  clock: clockSentence(term.start, lang),
  due: term.due && explainDueDate(term.due, lang),
  dueOn: term.due?.dueOn ?? null,
});
