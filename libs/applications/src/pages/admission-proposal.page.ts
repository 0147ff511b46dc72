import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { STAFF_ROLES } from '#libs/identity';
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
import { MANUAL_CHECKS, NOTE_LENGTH_MAX, REASON_LENGTH_MAX, REFUSAL_GROUNDS } from '../model/admission.js';
import { applicationPaths } from '../paths.js';
import { AdmissionOfProposal } from '../queries/admission-of-proposal.js';
import { answersOf } from '../queries/admission-proposals.js';
import { CheckProposal } from '../use-cases/check-proposal.js';
import { outcomeOf } from './admission-list.page.js';
import { AdmissionForm, proposalCheckOf } from './admission.forms.js';
import { termInWords } from './mending.page.js';
import { checkWords } from './check-words.js';

/** One proposal in the admission: what the system found, what the officer checked, what will be proposed. */
@Controller()
export class AdmissionProposalPage {
  constructor(
    private readonly read: AdmissionOfProposal,
    private readonly check: CheckProposal,
  ) {}

  @Get('organiser/competitions/:id/admission/:applicationId')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition, proposal, ...may } = await this.read.execute(ctx, id, applicationId);
    const answers = answersOf(proposal);
    return page('applications/admission-proposal.njk', {
      ...{ competition, proposal, ...may, form },
      outcome: outcomeOf(proposal),
      mendingTerm: may.mending && termInWords(ctx, may.mending),
      checks: proposal.checks.map((check) => checkWords(ctx.lang, check)),
      manual: MANUAL_CHECKS.map((key) => ({ key, ...answers[key], answer: answerKey(answers[key].passed) })),
      grounds: REFUSAL_GROUNDS,
      limits: { note: NOTE_LENGTH_MAX, reason: REASON_LENGTH_MAX },
      paths: {
        self: applicationPaths.admissionOf(id, applicationId),
        list: applicationPaths.admission(id),
        reading: applicationPaths.reading(applicationId),
        truth: applicationPaths.truthChecks(applicationId),
        likeness: applicationPaths.likeness(id, applicationId),
        mending: applicationPaths.mending(applicationId),
        givingBack: applicationPaths.givingBack(id, applicationId),
        recheck: applicationPaths.recheck(id, applicationId),
      },
    });
  }

  @Post('organiser/competitions/:id/admission/:applicationId')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: AdmissionForm,
      act: async (input) => {
        await this.check.execute(ctx, id, applicationId, proposalCheckOf(input));
        return body.go === 'next' ? this.next(ctx, id, applicationId) : null;
      },
      next: (nextId) => seeOther(nextId ? applicationPaths.admissionOf(id, nextId) : applicationPaths.admission(id)),
      again: (form) => this.show(ctx, id, applicationId, form),
    });
  }

  private async next(ctx: Context, id: string, applicationId: string): Promise<string | null> {
    const { proposal } = await this.read.execute(ctx, id, applicationId);
    return this.read.nextWithoutVerdict(id, proposal.registerCode);
  }
}

const answerKey = (passed: boolean | null): string => (passed === null ? 'open' : passed ? 'passed' : 'failed');
