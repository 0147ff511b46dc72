import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { planPaths } from '#libs/measures';
import { Allow, type Context } from '#libs/platform/access';
import {
  DayField,
  Ctx,
  handleForm,
  OneOfField,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { ANSWER_FORMS, type AnswerForm } from '../model/answer-form.js';
import { STATE_TONES } from '../model/instance.lifecycle.js';
import { LIMITS } from '../model/limits.js';
import { planWorkPaths } from '../paths.js';
import { MeasureForOfficer } from '../queries/measure-work.js';
import { ChangeConsent } from '../use-cases/change-consent.js';
import { NoteMeasure } from '../use-cases/note-measure.js';

class NoteForm {
  @TextField({ max: LIMITS.plainTitle, required: false })
  plainTitle: string | null;
  @TextField({ max: LIMITS.expectedResult, required: false })
  expectedResult: string | null;
  @TextField({ max: LIMITS.nextStep, required: false })
  nextStep: string | null;
  @TextField({ max: LIMITS.contact, required: false })
  contact: string | null;
  @OneOfField(ANSWER_FORMS)
  form: AnswerForm;
}

export class LetterForm {
  @TextField({ max: LIMITS.letter })
  letterNumber: string;
  @DayField()
  letterOn: string;
}

/** One measure for those who carry it out: what is said beside it, its bodies and their consent. */
@Controller('organiser/plans/:planId/measures/:number')
export class MeasureWorkPage {
  constructor(
    private readonly read: MeasureForOfficer,
    private readonly note: NoteMeasure,
    private readonly consent: ChangeConsent,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('number') number: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { plan, measure, bodies, instances, evidence } = await this.read.execute(ctx, planId, number);
    return page('plan/measure-work.njk', {
      ...{ plan, measure, form, forms: ANSWER_FORMS, tones: STATE_TONES },
      instances: instances.map((one) => ({ ...one, path: planWorkPaths.instance(planId, one.id) })),
      evidence: evidence.map((one) => ({ ...one, text: one.words[ctx.lang] })),
      bodies: bodies.map((one) => ({ ...one, path: planWorkPaths.consent(planId, one.id) })),
      notAsked: bodies.filter((one) => one.consent === 'not-asked').length,
      paths: {
        desk: planWorkPaths.desk(planId),
        public: planPaths.measure(plan.organiserSlug, plan.year, number),
        note: planWorkPaths.note(planId, number),
        consents: planWorkPaths.consents(planId, number),
        expansion: planWorkPaths.expansion(planId),
        evidence: planWorkPaths.evidence(planId, number),
        written: planWorkPaths.written(planId, number),
      },
    });
  }

  @Post('note')
  @Allow('officer')
  async save(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { measure } = await this.read.execute(ctx, planId, number);
    return handleForm({
      body,
      shape: NoteForm,
      act: (input) => this.note.execute(ctx, planId, measure.id, input),
      next: () => seeOther(planWorkPaths.measure(planId, number)),
      again: (form) => this.show(ctx, planId, number, form),
    });
  }

  @Post('consents')
  @Allow('officer')
  async ask(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { measure } = await this.read.execute(ctx, planId, number);
    return handleForm({
      body,
      shape: LetterForm,
      act: (letter) =>
        this.consent.askAll(ctx, planId, measure.id, { number: letter.letterNumber, on: letter.letterOn }),
      next: () => seeOther(planWorkPaths.measure(planId, number)),
      again: (form) => this.show(ctx, planId, number, form),
    });
  }
}
