import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { InvalidInput, NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  ParseId,
  readMultipart,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { ApproveConclusion } from '../use-cases/approve-conclusion.js';
import { Findings } from '../use-cases/findings.js';
import { HearRecipient } from '../use-cases/hear-recipient.js';
import { NoteRefund } from '../use-cases/note-refund.js';
import { WriteConclusion } from '../use-cases/write-conclusion.js';
import { AnswerForm, ConclusionForm, DecisionForm, FindingForm, RefundForm } from './control.forms.js';
import { ProjectView } from './project-view.js';
import { NoForm } from './report.forms.js';

/** What either side does on the page of a project: findings, the conclusion, money that comes back. */
@Controller()
export class ControlPage {
  constructor(
    private readonly project: ProjectView,
    private readonly findings: Findings,
    private readonly write: WriteConclusion,
    private readonly hear: HearRecipient,
    private readonly approve: ApproveConclusion,
    private readonly refund: NoteRefund,
  ) {}

  @Post('organiser/projects/:id/findings')
  @Allow('officer', 'monitor')
  warn(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: FindingForm, ...this.back(ctx, id, 'warn') },
      act: ({ what, sum, dueOn }) => this.findings.warn(ctx, id, { what, sumKop: sum, dueOn }),
    });
  }

  @Post('organiser/projects/:id/findings/:findingId')
  @Allow('officer', 'monitor')
  decide(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: DecisionForm, ...this.back(ctx, id, findingId) },
      act: ({ action, decision }) => this.findings.decide(ctx, id, findingId, action, decision),
    });
  }

  @Post('projects/:id/findings/:findingId')
  @Allow('applicant')
  async answer(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const upload = await readMultipart(request).catch((error: unknown) => {
      if (error instanceof InvalidInput) return error;
      throw error;
    });
    const back = this.back(ctx, id, findingId, 'organisation');
    if (upload instanceof InvalidInput) return back.again({ errors: upload.fields, values: {} });
    const file = upload.files.find(({ field }) => field === 'file');
    return handleForm({
      ...{ body: upload.fields, shape: AnswerForm, ...back },
      act: ({ answer }) => this.findings.answer(ctx, id, findingId, answer, file),
    });
  }

  @Post('organiser/projects/:id/conclusion')
  @Allow('officer', 'monitor')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ConclusionForm, ...this.back(ctx, id, 'conclusion') },
      act: (text) => this.write.save(ctx, id, { ...text, recommendation: text.recommendation ?? '' }),
    });
  }

  @Post('organiser/projects/:id/conclusion/:act')
  @Allow('officer', 'monitor', 'director')
  step(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const back = this.back(ctx, id, act);
    if (act === 'show') return handleForm({ body, shape: NoForm, ...back, act: () => this.write.show(ctx, id) });
    if (act === 'approval')
      return handleForm({ body, shape: NoForm, ...back, act: () => this.approve.execute(ctx, id) });
    if (act !== 'answer') throw new NotFound();
    return handleForm({ body, shape: AnswerForm, ...back, act: ({ answer }) => this.write.answer(ctx, id, answer) });
  }

  @Post('projects/:id/objection')
  @Allow('applicant')
  object(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: AnswerForm, ...this.back(ctx, id, 'objection', 'organisation') },
      act: ({ answer }) => this.hear.object(ctx, id, answer),
    });
  }

  @Post('projects/:id/agreement')
  @Allow('applicant')
  agree(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: NoForm, ...this.back(ctx, id, 'agreement', 'organisation') },
      act: () => this.hear.agree(ctx, id),
    });
  }

  @Post('organiser/projects/:id/refund')
  @Allow('officer', 'accountant')
  note(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: RefundForm, ...this.back(ctx, id, 'refund') },
      act: ({ amount, ...payment }) => this.refund.execute(ctx, id, { ...payment, amountKop: amount }),
    });
  }

  /** A failed form comes back open, at its own place on the page. */
  private back(ctx: Context, id: string, place: string, side: 'authority' | 'organisation' = 'authority') {
    const path = side === 'authority' ? monitoringPaths.show(id) : monitoringPaths.own(id);
    return {
      next: () => seeOther(path),
      again: (form: FailedForm) => this.project.show(ctx, id, side, { form, place }),
    };
  }
}
