import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, ParseId, type Result } from '#libs/platform/http';
import { FindPaper } from '../queries/find-paper.js';
import { findDocument } from '../queries/find-documents.js';
import { OpenDocument } from '../use-cases/open-document.js';

/** A file of a binding paper: the signature beside it, the scan, or the redacted copy in the place of a withdrawn one. */
@Controller()
export class PaperFilePage {
  constructor(
    private readonly db: Database,
    private readonly find: FindPaper,
    private readonly documents: OpenDocument,
  ) {}

  @Get('papers/:ownerKind/:ownerId/files/:documentId')
  @Public('a published paper can be checked by everybody; the policy of the paper decides')
  async show(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Param('documentId', ParseId) documentId: string,
  ): Promise<Result> {
    await this.find.execute(ctx, this.db, { ownerKind, ownerId }, 'see');
    const own = await this.db.one(
      'select from documents.document where id = $1 and owner_kind = $2 and owner_id = $3',
      [documentId, ownerKind, ownerId],
    );
    if (!own) throw new NotFound();
    const document = await findDocument(this.db, documentId);
    return download(await this.documents.execute(document), document);
  }
}
