import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { EvaluationForPage } from '../queries/evaluation-for-page.js';
import { EvaluateProgramme } from '../use-cases/evaluate-programme.js';
import { EvaluationForm, EvaluationVersionForm, PresentationForm } from './evaluation.forms.js';
import { shownVersion } from './shown-version.js';
import { figuresModel } from './figures-model.js';

/** The evaluation of a programme, for its authority: what is missing, what it comes to, its words, its approval. */
@Controller('organiser/competitions/:id/evaluation-of-programme')
export class EvaluationPage {
  constructor(
    private readonly read: EvaluationForPage,
    private readonly evaluate: EvaluateProgramme,
  ) {}

  @Get()
  @Allow('officer', 'director', 'accountant', 'monitor')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { competition, evaluation, figures, years, presentation, missing, may } = await this.read.execute(ctx, id);
    const isApproved = evaluation?.state === 'approved';
    return page(
      'monitoring/evaluation.njk',
      {
        ...{ competition, evaluation, presentation, missing, may, isApproved, form },
        ...figuresModel(figures, years, competition.budgetYear!),
        version: shownVersion(evaluation?.version, form, 'monitoring.evaluation-stale'),
        isAuthor: evaluation?.draftedBy === ctx.actor.personId,
        missing: missing.map((one) => ({ ...one, path: monitoringPaths.show(one.id) })),
        paths: {
          self: monitoringPaths.evaluation(id),
          competition: `/organiser/competitions/${id}`,
          published: competition.code && monitoringPaths.publishedEvaluation(competition.code),
        },
      },
      form ? 422 : 200,
    );
  }

  @Post()
  @Allow('officer', 'monitor')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: EvaluationForm, ...this.back(ctx, id) },
      act: ({ version, summary, lessons }) => this.evaluate.save(ctx, id, version, { summary, lessons: lessons ?? '' }),
    });
  }

  @Post('approval')
  @Allow('director')
  approve(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: EvaluationVersionForm, ...this.back(ctx, id) },
      act: ({ version }) => this.evaluate.approve(ctx, id, version),
    });
  }

  @Post('presentation')
  @Allow('officer', 'monitor')
  present(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: PresentationForm, ...this.back(ctx, id) },
      act: ({ presentedOn, presentedAt }) => this.evaluate.present(ctx, id, presentedOn, presentedAt),
    });
  }

  private back(ctx: Context, id: string) {
    return {
      next: () => seeOther(monitoringPaths.evaluation(id)),
      again: (form: FailedForm) => this.show(ctx, id, form),
    };
  }
}
