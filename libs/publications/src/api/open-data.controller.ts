import { Controller, Get, Inject } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { Public } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { csvLines, download, type Result } from '#libs/platform/http';
import { catalogOf, LICENSE } from '../model/open-data/catalog.js';
import { GIVING_VERSION, givingOf } from '../model/open-data/giving.js';
import { linesOf, schemaOf } from '../model/open-data/table.js';
import { publicationPaths } from '../paths.js';
import { FundedGrants } from '../queries/funded-grants.js';

const OPEN = 'rule 58: what budget money was given for is open data';
const json = (value: unknown, name: string, mediaType = 'application/json; charset=utf-8'): Result =>
  download(Buffer.from(JSON.stringify(value, null, 1)), { name, mediaType, inline: true });

/** Open data of funded projects: a table with its schema, the 360Giving standard, a catalogue in DCAT. */
@Controller('open-data')
export class OpenDataController {
  constructor(
    private readonly grants: FundedGrants,
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('projects.csv')
  @Public(OPEN)
  async table(): Promise<Result> {
    const content = Buffer.from(csvLines(linesOf(await this.grants.all())));
    return download(content, { name: 'projects.csv', mediaType: 'text/csv; charset=utf-8' });
  }

  @Get('projects/schema.json')
  @Public(OPEN)
  schema(): Result {
    return json(
      schemaOf(`${this.config.publicUrl}${publicationPaths.openTable}`),
      'schema.json',
      'application/csvm+json',
    );
  }

  @Get('360giving.json')
  @Public(OPEN)
  async giving(): Promise<Result> {
    const grants = (await this.grants.all()).map((one) => givingOf(one, this.config.publicUrl));
    return json({ version: GIVING_VERSION, license: LICENSE, grants }, '360giving.json');
  }

  @Get('catalog.jsonld')
  @Public(OPEN)
  async catalog(): Promise<Result> {
    const catalog = catalogOf(this.config.publicUrl, await organisers(this.db), await this.grants.modifiedOn());
    return json(catalog, 'catalog.jsonld', 'application/ld+json');
  }
}
