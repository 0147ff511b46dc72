import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { findDocument, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  download,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { COMMISSION, LEADERS } from '../access/session.policy.js';
import { sessionPaths } from '../paths.js';
import { SessionForPage } from '../queries/session-for-page.js';
import { CastBallots } from '../use-cases/cast-ballots.js';
import { CloseSession } from '../use-cases/close-session.js';
import { OpenSession } from '../use-cases/open-session.js';
import { SignMinutes } from '../use-cases/sign-minutes.js';
import { AttendanceForm, NoFields, readBallots } from './session.forms.js';

const VISITORS = [...COMMISSION, 'officer', 'director'] as const;

/** One session from invitation to signed minutes. */
@Controller()
export class SessionPage {
  constructor(
    private readonly read: SessionForPage,
    private readonly openSession: OpenSession,
    private readonly castBallots: CastBallots,
    private readonly closeSession: CloseSession,
    private readonly signMinutes: SignMinutes,
    private readonly documents: OpenDocument,
    private readonly db: Database,
  ) {}

  @Get('sessions/:id')
  @Allow(...VISITORS)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return page('sessions/session.njk', { view: await this.read.execute(ctx, id), paths: pathsOf(id), form });
  }

  @Post('sessions/:id/opening')
  @Allow(...LEADERS)
  open(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, (form) => this.openSession.execute(ctx, id, form.present));
  }

  @Post('sessions/:id/ballots')
  @Allow(...COMMISSION)
  vote(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, async () => {
      const { items } = await this.read.execute(ctx, id);
      await this.castBallots.execute(
        ctx,
        id,
        readBallots(
          body,
          items.map((item) => item.id),
        ),
      );
    });
  }

  @Post('sessions/:id/closing')
  @Allow(...LEADERS)
  close(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, () => this.closeSession.execute(ctx, id));
  }

  @Post('sessions/:id/signature')
  @Allow(...LEADERS)
  sign(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, () => this.signMinutes.execute(ctx, id));
  }

  @Get('sessions/:id/minutes')
  @Allow(...VISITORS)
  async minutes(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { session } = await this.read.execute(ctx, id);
    if (!session.minutesDocumentId) throw new NotFound();
    const document = await findDocument(this.db, session.minutesDocumentId);
    return download(await this.documents.execute(document), document);
  }

  private submit(
    ctx: Context,
    id: string,
    body: FormBody,
    act: (form: AttendanceForm) => Promise<void>,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: 'present' in (body ?? {}) ? AttendanceForm : (NoFields as typeof AttendanceForm),
      act,
      next: () => seeOther(sessionPaths.show(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

function pathsOf(id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sessionPaths).map(([name, path]) => [name, path(id)]));
}
