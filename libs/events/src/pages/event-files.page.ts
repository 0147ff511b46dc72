import { Controller, Get, Inject, Param } from '@nestjs/common';
import { findDocument, OpenDocument, renderPdf } from '#libs/documents';
import { holds, Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, ParseId, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { plainCode } from '../model/check-in-code.js';
import { registrationOfToken } from '../model/registration-token.js';
import { eventPaths } from '../paths.js';
import { EventForPage } from '../queries/event-for-page.js';
import { eventFor } from '../queries/find-event.js';
import { certificateByCode, certificateOf, type Certificate } from '../queries/find-certificate.js';
import { decisionsOf, minutesOf } from '../queries/minutes.js';
import { certificatePdf, minutesPdf } from './event-papers.js';

const PDF = 'application/pdf';

/** What is taken home: files of an event, its minutes, certificates. */
@Controller()
export class EventFilesPage {
  constructor(
    private readonly db: Database,
    private readonly open: OpenDocument,
    private readonly read: EventForPage,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('events/:id/materials/:materialId')
  @Public('what came of an event is public')
  async material(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('materialId', ParseId) materialId: string,
  ): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id);
    const isStaff = holds(ctx.actor, ['officer', 'director'], event.organiserId);
    const row = await this.db.one<{ documentId: string }>(
      'select document_id as "documentId" from events.material where id = $1 and event_id = $2',
      [materialId, id],
    );
    if (!row || (event.state === 'draft' && !isStaff)) throw new NotFound();
    const document = await findDocument(this.db, row.documentId);
    return download(await this.open.execute(document), { name: document.name, mediaType: document.mediaType });
  }

  @Get('events/:id/minutes.pdf')
  @Public('published minutes are public')
  async minutes(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id);
    const minutes = await minutesOf(this.db, id);
    const isStaff = holds(ctx.actor, ['officer', 'director'], event.organiserId);
    if (!minutes || (minutes.state === 'draft' && !isStaff)) throw new NotFound();
    const { organiserName } = await this.read.view(ctx, event);
    const model = minutesPdf(event, minutes, await decisionsOf(this.db, id), organiserName);
    return download(await renderPdf(model), { name: `${model.title}.pdf`, mediaType: PDF, inline: true });
  }

  /** Whoever was given a certificate shows its code; everybody can check it. */
  @Get('certificates/:code')
  @Public('a certificate is shown to others in order to be checked; its code cannot be guessed')
  async certificate(@Param('code') typed: string): Promise<Result> {
    const code = typed.split('-').map(plainCode).join('-').slice(0, 20);
    const certificate = await certificateByCode(this.db, code);
    return page('events/certificate.njk', { certificate, event: eventPaths.show(certificate.eventId), isHidden: true });
  }

  @Get('e/:token/certificate.pdf')
  @Public('the address itself is the secret of whoever got the letter')
  async own(@Ctx() ctx: Context, @Param('token') token: string): Promise<Result> {
    const id = registrationOfToken(token, this.config.sessionSecret);
    const certificate = id && (await certificateOf(this.db, id));
    if (!certificate) throw new NotFound();
    return this.pdf(ctx, certificate);
  }

  private async pdf({ lang }: Context, certificate: Certificate): Promise<Result> {
    const address = `${this.config.publicUrl}${lang === 'en' ? '/en' : ''}${eventPaths.certificate(certificate.code)}`;
    const name = `${phrase(lang, 'events:certificate.title')} ${certificate.code}.pdf`;
    return download(await renderPdf(certificatePdf(certificate, address, lang)), {
      name,
      mediaType: PDF,
      inline: true,
    });
  }
}
