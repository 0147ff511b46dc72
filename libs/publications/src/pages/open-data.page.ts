import { Controller, Get, Inject, Param } from '@nestjs/common';
import { awardPaths } from '#libs/awards';
import { Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { csvLines, Ctx, download, page, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { dcat } from '../model/open-data/catalogue.js';
import { dataSets } from '../model/open-data/data-sets.js';
import { projectLines, projectsSchema } from '../model/open-data/projects-table.js';
import { changedAt, LICENCE } from '../model/open-data/public-grant.js';
import { dueOn, quarterOf, quartersBefore } from '../model/open-data/quarter.js';
import { grantPackage } from '../model/open-data/three-sixty.js';
import { publicationPaths } from '../paths.js';
import { NewestResults } from '../queries/newest-results.js';
import { PublicGrants } from '../queries/public-grants.js';
import { SpendingOfQuarter } from '../queries/spending-of-quarter.js';
import { atomOfResults } from './feed-of-results.js';

const WHY = 'support from a public budget is public information, for programs too';
/** So many quarters have a link; earlier ones have an address. */
const QUARTERS_SHOWN = 8;
const QUARTER_FILE = /^(.+)\.csv$/;
const CSV = 'text/csv; charset=utf-8';

/** Sets of open data: a page for people, files for programs, a catalogue of both (rules 58, 67). */
@Controller('open-data')
export class OpenDataPage {
  constructor(
    private readonly grants: PublicGrants,
    private readonly spending: SpendingOfQuarter,
    private readonly results: NewestResults,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(WHY)
  show(@Ctx() ctx: Context): Result {
    const quarters = quartersBefore(kyivDay(ctx.now), QUARTERS_SHOWN);
    return page('publications/open-data.njk', {
      ...{ sets: dataSets(ctx.lang, quarters), licence: LICENCE, lastQuarter: quarters[0], due: dueOn(quarters[0]!) },
      ...{ catalogue: publicationPaths.openData.catalogue, resultFiles: awardPaths.resultFiles },
    });
  }

  @Get('360giving.json')
  @Public(WHY)
  async threeSixty(@Ctx() ctx: Context): Promise<Result> {
    const grants = await this.grants.list(ctx.now);
    const content = grantPackage(grants, title(ctx, 'projects.title'), this.config.publicUrl);
    return json('360giving.json', content, changedAt(grants));
  }

  @Get('projects.csv')
  @Public(WHY)
  async projects(@Ctx() ctx: Context): Promise<Result> {
    const grants = await this.grants.list(ctx.now);
    return csv('projects.csv', projectLines(grants));
  }

  @Get('schema.json')
  @Public(WHY)
  schema(@Ctx() ctx: Context): Result {
    const url = `${this.config.publicUrl}${publicationPaths.openData.projects}`;
    return json('schema.json', projectsSchema(url, title(ctx, 'projects.title')));
  }

  @Get('catalog.jsonld')
  @Public(WHY)
  async catalogue(@Ctx() ctx: Context): Promise<Result> {
    const content = dcat({
      ...{ title: title(ctx, 'title'), description: title(ctx, 'lead'), language: ctx.lang },
      ...{ origin: this.config.publicUrl, page: publicationPaths.openData.page },
      modified: await this.grants.changedAt(ctx.now),
      sets: dataSets(ctx.lang, quartersBefore(kyivDay(ctx.now), QUARTERS_SHOWN)),
    });
    return download(Buffer.from(JSON.stringify(content)), { name: 'catalog.jsonld', mediaType: 'application/ld+json' });
  }

  @Get('results.atom')
  @Public(WHY)
  async atom(@Ctx() { lang }: Context): Promise<Result> {
    const text = atomOfResults(await this.results.list(), lang, this.config.publicUrl);
    const mediaType = 'application/atom+xml; charset=utf-8';
    return download(Buffer.from(text), { name: 'results.atom', mediaType, inline: true });
  }

  @Get('spending/:file')
  @Public(WHY)
  async quarter(@Param('file') file: string): Promise<Result> {
    const quarter = quarterOf(QUARTER_FILE.exec(file)?.[1] ?? '');
    if (!quarter) throw new NotFound();
    return csv(`spending-${file}`, await this.spending.lines(quarter));
  }
}

const title = ({ lang }: Context, key: string): string => phrase(lang, `publications:openData.${key}`);

const json = (name: string, content: object, changed?: Date): Result =>
  download(Buffer.from(JSON.stringify(content)), {
    name,
    mediaType: 'application/json; charset=utf-8',
    changedAt: changed,
  });

const csv = (name: string, lines: (string | number | null)[][]): Result =>
  download(Buffer.from(csvLines(lines)), { name, mediaType: CSV });
