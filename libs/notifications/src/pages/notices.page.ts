import { Controller, Get, Param, Req } from '@nestjs/common';
import { OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  type AskedList,
  Ctx,
  download,
  Listed,
  page,
  ParseId,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { textParts } from '../model/text-parts.js';
import { noticePaths } from '../paths.js';
import { MyNotices, type NoticeLine } from '../queries/my-notices.js';
import { OpenNotice } from '../use-cases/open-notice.js';
import { noticesList } from './notices.list.js';

/** The cabinet: all notices of a person, and one of them. */
@Controller('notices')
export class NoticesPage {
  constructor(
    private readonly notices: MyNotices,
    private readonly open: OpenNotice,
    private readonly documents: OpenDocument,
  ) {}

  @Get()
  @Allow()
  async list(@Ctx() ctx: Context, @Listed(noticesList) asked: AskedList<NoticeLine>): Promise<Result> {
    return asked.answer('notifications/notices.njk', await this.notices.list(ctx, asked), { paths: noticePaths });
  }

  @Get(':id')
  @Allow()
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const letter = await this.notices.one(ctx, id);
    if (letter.openedAt === null && isLookedAt(request)) await this.open.execute(ctx, id);
    return page('notifications/notice.njk', {
      letter,
      paths: noticePaths,
      parts: textParts(letter.body),
      files: await this.notices.files(ctx, letter),
    });
  }

  @Get(':id/files/:documentId')
  @Allow()
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('documentId', ParseId) documentId: string,
  ): Promise<Result> {
    const files = await this.notices.files(ctx, await this.notices.one(ctx, id));
    const document = files.find((file) => file.id === documentId);
    if (!document) throw new NotFound();
    return download(await this.documents.execute(document), document);
  }
}

/** A browser that fetches ahead, or asks for headers alone, shows nothing to anybody. */
function isLookedAt({ method, headers }: PortalRequest): boolean {
  const purpose = String(headers['sec-purpose'] ?? headers.purpose ?? '');
  return method === 'GET' && !/prefetch|prerender/.test(purpose);
}
