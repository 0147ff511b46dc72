import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, type Result } from '#libs/platform/http';
import { evaluationPaths } from '../paths.js';
import { PublicDefence } from '../queries/public-defence.js';
import { icsOfDefence } from './defence-calendar.js';

const WHY = 'the defence is open: everybody sees when each proposal is presented';

/** The agenda of the defence for everybody and for calendars. */
@Controller('competitions/:code')
export class PublicDefencePage {
  constructor(
    private readonly read: PublicDefence,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('defence')
  @Public(WHY)
  async show(@Param('code') code: string): Promise<Result> {
    return page('evaluation/public-defence.njk', { view: await this.read.execute(code), paths: evaluationPaths });
  }

  @Get('defence.ics')
  @Public(WHY)
  async calendar(@Ctx() { lang }: Context, @Param('code') code: string): Promise<Result> {
    const view = await this.read.execute(code);
    if (view.state === 'draft') throw new NotFound();
    const content = Buffer.from(icsOfDefence(view, { lang, origin: this.config.publicUrl }));
    const mediaType = 'text/calendar; charset=utf-8';
    return download(content, { name: 'defence.ics', mediaType, inline: true, changedAt: view.changedAt });
  }
}
