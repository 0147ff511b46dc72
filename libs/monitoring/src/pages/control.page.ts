import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, handleForm, ParseId, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { ApproveConclusion } from '../use-cases/approve-conclusion.js';
import { Findings } from '../use-cases/findings.js';
import { HearRecipient } from '../use-cases/hear-recipient.js';
import { NoteRefund } from '../use-cases/note-refund.js';
import { WriteConclusion } from '../use-cases/write-conclusion.js';
import {
  AnswerForm,
  ConclusionForm,
  ConclusionVersionForm,
  FindingForm,
  ObjectionForm,
  RefundForm,
} from './control.forms.js';
import { ProjectView } from './project-view.js';

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

  @Post('organiser/projects/:id/conclusion')
  @Allow('officer', 'monitor')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ConclusionForm, ...this.back(ctx, id, 'conclusion') },
      act: ({ version, ...text }) =>
        this.write.save(ctx, id, version, { ...text, recommendation: text.recommendation ?? '' }),
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
    const step = { body, shape: ConclusionVersionForm, ...back };
    if (act === 'show') return handleForm({ ...step, act: ({ version }) => this.write.show(ctx, id, version) });
    if (act === 'approval')
      return handleForm({ ...step, act: ({ version }) => this.approve.execute(ctx, id, version) });
    if (act !== 'answer') throw new NotFound();
    return handleForm({
      ...{ ...step, shape: AnswerForm },
      act: ({ version, answer }) => this.write.answer(ctx, id, version, answer),
    });
  }

  @Post('projects/:id/objection')
  @Allow('applicant')
  object(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ObjectionForm, ...this.back(ctx, id, 'objection', 'organisation') },
      act: ({ version, objection }) => this.hear.object(ctx, id, version, objection),
    });
  }

  @Post('projects/:id/agreement')
  @Allow('applicant')
  agree(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ConclusionVersionForm, ...this.back(ctx, id, 'agreement', 'organisation') },
      act: ({ version }) => this.hear.agree(ctx, id, version),
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
