import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { OpenDocument } from '#libs/documents';
import { Public } from '#libs/platform/access';
import { download, page, ParseId, type Result } from '#libs/platform/http';
import { rulingPaths } from '../paths.js';
import { RulingsForPage } from '../queries/rulings-for-page.js';

/** What courts have ruled about a competition, for everybody. */
@Controller()
export class PublishedRulingsPage {
  constructor(
    private readonly read: RulingsForPage,
    private readonly documents: OpenDocument,
  ) {}

  @Get('competitions/:code/rulings')
  @Public('an act that changes or stops an announced competition is public as its announcement is (rules 17, 53)')
  async show(@Param('code') code: string): Promise<Result> {
    const { competition, rulings } = await this.read.published(code);
    return page('rulings/published.njk', {
      ...{ competition, rulings, copyOf: ({ id }: { id: string }) => rulingPaths.copy(code, id) },
      paths: { competition: competitionPaths.show(code) },
    });
  }

  @Get('competitions/:code/rulings/:id/copy')
  @Public('the copy of a ruling without personal data is public (rule 55)')
  async copy(@Param('code') code: string, @Param('id', ParseId) id: string): Promise<Result> {
    const document = await this.read.copy(code, id);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }
}
