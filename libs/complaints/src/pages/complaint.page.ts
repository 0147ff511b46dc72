import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { OpenDocument } from '#libs/documents';
import { COMMISSION_ROLES } from '#libs/identity';
import { sessionPaths } from '#libs/sessions';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
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
import { OUTCOMES, REASON_MAX, STORY_MAX } from '../model/complaint.js';
import { complaintPaths } from '../paths.js';
import { ComplaintForPage } from '../queries/complaint-for-page.js';
import { standingDue } from '../queries/read-complaints.js';
import { AnswerComplaint } from '../use-cases/answer-complaint.js';
import { PlanComplaintSession } from '../use-cases/plan-complaint-session.js';
import { TendComplaint } from '../use-cases/tend-complaint.js';
import { AnswerForm, AssignForm, correctionIn, ReasonForm, SessionForm, StepForm } from './complaint.forms.js';
import { OUTCOME_TONES, STAGE_TONES } from './complaint-tones.js';

const READERS = ['applicant', 'officer', 'director', ...COMMISSION_ROLES] as const;
const DONE = ['registered', 'assigned', 'extended', 'withdrawn', 'proposed', 'returned', 'signed', 'planned'];

/** One complaint for either side, with what each may do now (rule 57). */
@Controller('complaints/:id')
export class ComplaintPage {
  constructor(
    private readonly read: ComplaintForPage,
    private readonly tend: TendComplaint,
    private readonly answer: AnswerComplaint,
    private readonly plan: PlanComplaintSession,
    private readonly documents: OpenDocument,
  ) {}

  @Get()
  @Allow(...READERS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
    place?: string,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { complaint, side, answer } = view;
    const due = standingDue(complaint);
    const isOver = due < kyivDay(ctx.now) && ['open', 'proposed'].includes(complaint.state);
    return page(
      'complaints/complaint.njk',
      {
        ...{ ...view, form, place, due, isOver, outcomes: OUTCOMES, outcomeTones: OUTCOME_TONES },
        ...{ max: STORY_MAX, reasonMax: REASON_MAX, done: DONE.find((one) => one === done) },
        tone: STAGE_TONES[isOver ? 'overdue' : complaint.state],
        stage: isOver ? 'overdue' : complaint.state,
        file: (documentId: string) => complaintPaths.file(id, documentId),
        paths: {
          list:
            side === 'organisation'
              ? complaintPaths.ofApplication(complaint.applicationId)
              : complaintPaths.ofCompetition(complaint.competitionId),
          step: (step: string) => complaintPaths.step(id, step),
          competition: competitionPaths.show(complaint.competitionCode),
          session: answer?.sessionId && sessionPaths.show(answer.sessionId),
          published: complaintPaths.published(complaint.competitionCode),
        },
      },
      form ? 422 : 200,
    );
  }

  @Get('files/:documentId')
  @Allow(...READERS)
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('documentId', ParseId) documentId: string,
  ): Promise<Result> {
    const document = await this.read.file(ctx, id, documentId);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  @Post(':step')
  @Allow(...READERS)
  async step(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('step') step: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { complaint } = await this.read.execute(ctx, id);
    const form = (done: string) => ({
      body,
      next: () => seeOther(`${complaintPaths.show(id)}?done=${done}`),
      again: (failed: FailedForm) => this.show(ctx, id, undefined, failed, step),
    });
    switch (step) {
      case 'reviewer':
        return handleForm({
          ...{ ...form('assigned'), shape: AssignForm },
          act: ({ personId }) => this.tend.assign(ctx, id, personId),
        });
      case 'extension':
        return handleForm({
          ...{ ...form('extended'), shape: ReasonForm },
          act: ({ reason }) => this.tend.extend(ctx, id, reason),
        });
      case 'withdrawal':
        return handleForm({ ...{ ...form('withdrawn'), shape: StepForm }, act: () => this.tend.withdraw(ctx, id) });
      case 'answer':
        return handleForm({
          ...{ ...form('proposed'), shape: AnswerForm },
          act: (input) =>
            this.answer.propose(ctx, id, input.version, {
              ...{ outcome: input.outcome, words: input.words },
              correction: correctionIn(input, body, complaint),
            }),
        });
      case 'return':
        return handleForm({
          ...{ ...form('returned'), shape: ReasonForm },
          act: ({ reason }) => this.answer.giveBack(ctx, id, reason),
        });
      case 'signature':
        return handleForm({
          ...{ ...form('signed'), shape: StepForm },
          act: ({ version }) => this.answer.sign(ctx, id, version),
        });
      case 'session':
        return handleForm({
          ...{ ...form('planned'), shape: SessionForm },
          act: (plan) => this.plan.execute(ctx, id, plan),
        });
      default:
        throw new NotFound();
    }
  }
}
