import { Controller, Get, Param } from '@nestjs/common';
import { findDocument, OpenDocument } from '#libs/documents';
import { Public } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { download, type Result } from '#libs/platform/http';
import { confirmedActs } from '../queries/read-acts.js';
import { competitionByCode } from '../queries/read-competition.js';

/** The document of a confirmed act, for everybody. */
@Controller()
export class ActDocumentPage {
  constructor(
    private readonly db: Database,
    private readonly documents: OpenDocument,
  ) {}

  @Get('competitions/:code/acts/:position/document')
  @Public('an act that changes an announced competition is public as its announcement is (rule 17)')
  async show(@Param('code') code: string, @Param('position') position: string): Promise<Result> {
    const { id } = await competitionByCode(this.db, code);
    const act = (await confirmedActs(this.db, id)).find((one) => String(one.position) === position);
    if (!act?.documentId) throw new NotFound();
    const document = await findDocument(this.db, act.documentId);
    return download(await this.documents.execute(document), document);
  }
}
