import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, ParseId, type Result } from '#libs/platform/http';
import { paperFile } from '../queries/act-papers.js';

/** Acts and amendments as files, for both sides. */
@Controller('contracts/papers')
export class PapersPage {
  constructor(private readonly db: Database) {}

  @Get(':kind/:id')
  @Allow('officer', 'director', 'accountant', 'monitor', 'applicant')
  async show(@Ctx() ctx: Context, @Param('kind') kind: string, @Param('id', ParseId) id: string): Promise<Result> {
    if (kind !== 'acts' && kind !== 'amendments') throw new NotFound();
    const { name, content } = await paperFile(ctx, this.db, kind, id);
    return download(content, { name, mediaType: 'application/pdf', inline: true });
  }
}
