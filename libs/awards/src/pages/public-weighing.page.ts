import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ctx, Listed, type AskedList, type Result } from '#libs/platform/http';
import { awardPaths } from '../paths.js';
import { WeighingForPage } from '../queries/weighing-for-page.js';
import { weighingInWords } from './weighing-in-words.js';
import { publicWeighingList, type WeighingRow } from './weighing.list.js';

/** The check of the result without people, where the conditions of the competition make it public. */
@Controller()
export class PublicWeighingPage {
  constructor(
    private readonly read: WeighingForPage,
    private readonly db: Database,
  ) {}

  @Get('competitions/:code/results/weighing')
  @Public('the conditions of the competition say that everybody sees the check after the order')
  async show(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(publicWeighingList) asked: AskedList<WeighingRow>,
  ): Promise<Result> {
    const view = await this.read.ofCode(code);
    const { rows, ...words } = weighingInWords(view, ctx.lang);
    const paths = { back: awardPaths.results(code), here: awardPaths.publicWeighing(code) };
    return asked.answer('awards/weighing.njk', await asked.pick(this.db, rows), { ...view, ...words, paths }, code);
  }
}
