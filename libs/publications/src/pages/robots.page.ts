import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, NOT_FOR_ROBOTS, Paging, type Result } from '#libs/platform/http';
import { siteMap, siteMapIndex } from '../model/sitemap.js';
import { publicationPaths } from '../paths.js';
import { PublicAddresses } from '../queries/public-addresses.js';

/** Pages of a part; each is named in two languages. The rules of site maps allow 50 000 addresses. */
const PAGES_OF_PART = 1000;
const ALWAYS_THERE = ['/', '/competitions', '/plan', '/open-data', '/contacts', '/accessibility', '/personal-data'];

/** What search engines ask first. */
@Controller()
export class RobotsPage {
  constructor(
    private readonly addresses: PublicAddresses,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** A demo world is made up: nobody should find it by a search. */
  @Get('robots.txt')
  @Public('search engines read what they may visit')
  robots(): Result {
    const closed = this.config.demo ? ['/'] : NOT_FOR_ROBOTS.flatMap((path) => [path, `/en${path}`]);
    const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
    const text = [...lines, `Sitemap: ${this.config.publicUrl}${publicationPaths.siteMap}`, ''].join('\n');
    return asFile('robots.txt', 'text/plain; charset=utf-8', text);
  }

  @Get('sitemap.xml')
  @Public('search engines read which pages are public')
  async index(@Ctx() ctx: Context): Promise<Result> {
    const parts = Math.ceil((await this.addresses.count(ctx.now)) / PAGES_OF_PART);
    const numbers = Array.from({ length: Math.max(1, parts) }, (_, index) => index + 1);
    const whole = (part: number) => `${this.config.publicUrl}${publicationPaths.siteMapPart(part)}`;
    return asXml(siteMapIndex(numbers.map(whole)));
  }

  @Get('sitemap/:part')
  @Public('search engines read which pages are public')
  async part(@Param('part') part: string): Promise<Result> {
    const paging = Paging.from({ page: part }, PAGES_OF_PART);
    const paths = await this.addresses.list(paging);
    if (String(paging.page) !== part || (paths.length === 0 && paging.page > 1)) throw new NotFound();
    return asXml(siteMap(this.config.publicUrl, paging.page === 1 ? [...ALWAYS_THERE, ...paths] : paths));
  }
}

const asXml = (text: string): Result => asFile('sitemap.xml', 'application/xml; charset=utf-8', text);
const asFile = (name: string, mediaType: string, text: string): Result =>
  download(Buffer.from(text), { name, mediaType, inline: true });
