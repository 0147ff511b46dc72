import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import {
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
import { LEADERS_OF_COMMISSION } from '../access/truth-check.policy.js';
import { TRUTH_LENGTH_MAX, TRUTH_RESULTS, type TruthResult } from '../model/truth-check.js';
import { applicationPaths } from '../paths.js';
import { TruthChecks } from '../queries/truth-checks.js';
import { AnswerTruthCheck } from '../use-cases/answer-truth-check.js';
import { OrderTruthCheck } from '../use-cases/order-truth-check.js';

class TruthQuestionForm {
  @TextField({ max: TRUTH_LENGTH_MAX, code: 'applications.truth-question' }) question: string;
}

class TruthAnswerForm {
  @OneOfField(TRUTH_RESULTS) result: TruthResult;
  @TextField({ max: TRUTH_LENGTH_MAX, code: 'applications.truth-finding' }) finding: string;
}

/** What of a proposal the commission wants checked before the scoring, and what was found out (rule 39). */
@Controller('applications/:id/truth-checks')
export class TruthChecksPage {
  constructor(
    private readonly read: TruthChecks,
    private readonly order: OrderTruthCheck,
    private readonly answer: AnswerTruthCheck,
  ) {}

  @Get()
  @Allow(...STAFF_ROLES, ...LEADERS_OF_COMMISSION)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { application, checks, may } = await this.read.execute(ctx, id);
    return page('applications/truth-checks.njk', {
      ...{ application, checks, may, form, max: TRUTH_LENGTH_MAX, results: TRUTH_RESULTS },
      // One form at a time: the oldest question first.
      next: may.answer ? checks.find(({ result }) => result === null) : undefined,
      paths: {
        self: applicationPaths.truthChecks(id),
        reading: applicationPaths.reading(id),
        answer: (checkId: string) => applicationPaths.truthAnswer(id, checkId),
      },
    });
  }

  @Post()
  @Allow(...LEADERS_OF_COMMISSION)
  ask(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: TruthQuestionForm },
      act: ({ question }) => this.order.execute(ctx, id, question),
      next: () => seeOther(applicationPaths.truthChecks(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post(':checkId')
  @Allow('officer')
  tell(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('checkId', ParseId) checkId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: TruthAnswerForm },
      act: (input) => this.answer.execute(ctx, id, checkId, input),
      next: () => seeOther(applicationPaths.truthChecks(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
