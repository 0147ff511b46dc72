import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, type Result } from '#libs/platform/http';
import { PublicCalls } from '../queries/public-calls.js';
import { atomOfCalls, changedAt, icsOfCalls } from './feed-of-calls.js';

const KINDS = {
  atom: { of: atomOfCalls, mediaType: 'application/atom+xml; charset=utf-8' },
  ics: { of: icsOfCalls, mediaType: 'text/calendar; charset=utf-8' },
};
type Kind = keyof typeof KINDS;

const FILE = /^([a-z0-9-]{1,60})\.(atom|ics)$/;
const WHY = 'announced competitions are public information, for programs too';

/** Calls of every authority or of one, for feed readers and calendars. */
@Controller()
export class FeedsPage {
  constructor(
    private readonly calls: PublicCalls,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('calls.atom')
  @Public(WHY)
  atom(@Ctx() ctx: Context): Promise<Result> {
    return this.feed(ctx, 'atom', null);
  }

  @Get('calls.ics')
  @Public(WHY)
  ics(@Ctx() ctx: Context): Promise<Result> {
    return this.feed(ctx, 'ics', null);
  }

  @Get('calls/:file')
  @Public(WHY)
  ofAuthority(@Ctx() ctx: Context, @Param('file') file: string): Promise<Result> {
    const [, slug, kind] = FILE.exec(file) ?? [];
    if (!slug || !kind) throw new NotFound();
    return this.feed(ctx, kind as Kind, slug);
  }

  private async feed({ lang }: Context, kind: Kind, slug: string | null): Promise<Result> {
    const authority = slug === null ? null : await this.calls.authority(slug);
    const calls = await this.calls.newest(authority?.id ?? null);
    const { of, mediaType } = KINDS[kind];
    const content = Buffer.from(of({ calls, authority, lang, origin: this.config.publicUrl }));
    const name = `${slug ?? 'calls'}.${kind}`;
    return download(content, { name, mediaType, inline: true, changedAt: changedAt(calls) });
  }
}
