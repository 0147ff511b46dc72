import { Controller, Get } from '@nestjs/common';
import { awardPaths } from '#libs/awards';
import { Public } from '#libs/platform/access';
import { page, type Result } from '#libs/platform/http';
import { publicationPaths } from '../paths.js';

/** Which open data there are, for people. */
@Controller('open-data')
export class OpenDataPage {
  @Get()
  @Public('rule 58: what budget money was given for is open data')
  show(): Result {
    const { openTable, openSchema, openGiving, openCatalog } = publicationPaths;
    return page('publications/open-data.njk', {
      files: [
        { key: 'table', path: openTable },
        { key: 'schema', path: openSchema },
        { key: 'giving', path: openGiving },
        { key: 'catalog', path: openCatalog },
      ],
      results: awardPaths.resultFiles,
    });
  }
}
