import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DOCX, findDocument, OpenDocument, PaperMarks, renderDocx } from '#libs/documents';
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
import { minutesPaper } from '../queries/minutes-paper.js';
import { SessionForPage } from '../queries/session-for-page.js';
import { CancelSession } from '../use-cases/cancel-session.js';
import { CastBallots } from '../use-cases/cast-ballots.js';
import { CloseSession } from '../use-cases/close-session.js';
import { NoteAttendance } from '../use-cases/note-attendance.js';
import { OpenSession } from '../use-cases/open-session.js';
import { SignMinutes } from '../use-cases/sign-minutes.js';
import { AttendanceForm, CancelForm, NoFields, OpeningForm, readBallots } from './session.forms.js';

const VISITORS = [...COMMISSION, 'officer', 'director'] as const;

/** One session from invitation to signed minutes. */
@Controller()
export class SessionPage {
  constructor(
    private readonly read: SessionForPage,
    private readonly openSession: OpenSession,
    private readonly cancelSession: CancelSession,
    private readonly noteAttendance: NoteAttendance,
    private readonly castBallots: CastBallots,
    private readonly closeSession: CloseSession,
    private readonly signMinutes: SignMinutes,
    private readonly documents: OpenDocument,
    private readonly marks: PaperMarks,
    private readonly db: Database,
  ) {}

  @Get('sessions/:id')
  @Allow(...VISITORS)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const mark = await this.marks.ofOne(ctx, 'session', id);
    return page('sessions/session.njk', { view, mark, paths: pathsOf(id), form });
  }

  @Post('sessions/:id/opening')
  @Allow(...LEADERS)
  open(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, OpeningForm, (form) => this.openSession.execute(ctx, id, form.present));
  }

  @Post('sessions/:id/cancellation')
  @Allow(...LEADERS, 'officer')
  cancel(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, CancelForm, (form) => this.cancelSession.execute(ctx, id, form.reason));
  }

  @Post('sessions/:id/attendance')
  @Allow(...LEADERS)
  note(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, AttendanceForm, ({ person, change }) =>
      this.noteAttendance.execute(ctx, id, person, change),
    );
  }

  @Post('sessions/:id/ballots')
  @Allow(...COMMISSION)
  vote(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, NoFields, async () => {
      const { items } = await this.read.execute(ctx, id);
      const itemIds = items.map((item) => item.id);
      await this.castBallots.execute(ctx, id, readBallots(body, itemIds));
    });
  }

  @Post('sessions/:id/closing')
  @Allow(...LEADERS)
  close(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, NoFields, () => this.closeSession.execute(ctx, id));
  }

  @Post('sessions/:id/signature')
  @Allow(...LEADERS)
  sign(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, body, NoFields, () => this.signMinutes.execute(ctx, id));
  }

  @Get('sessions/:id/minutes')
  @Allow(...VISITORS)
  async minutes(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { session } = await this.read.execute(ctx, id);
    if (!session.minutesDocumentId) throw new NotFound();
    const document = await findDocument(this.db, session.minutesDocumentId);
    return download(await this.documents.execute(document), document);
  }

  /** The same words to go on writing in. */
  @Get('sessions/:id/minutes/docx')
  @Allow(...VISITORS)
  async minutesToWriteIn(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { session } = await this.read.execute(ctx, id);
    const content = await renderDocx(await minutesPaper(this.db, id));
    return download(content, { name: `Протокол № ${session.number}.docx`, mediaType: DOCX });
  }

  private submit<Shape extends object>(
    ctx: Context,
    id: string,
    body: FormBody,
    shape: new () => Shape,
    act: (form: Shape) => Promise<void>,
  ): Promise<Result> {
    return handleForm({
      body,
      shape,
      act,
      next: () => seeOther(sessionPaths.show(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

function pathsOf(id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sessionPaths).map(([name, path]) => [name, path(id)]));
}
