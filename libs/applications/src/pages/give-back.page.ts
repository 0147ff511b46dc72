import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionSettings } from '#libs/competitions';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { errorText } from '#libs/platform/phrases';
import { admissionPolicy } from '../access/admission.policy.js';
import { partInWords } from '../model/flaws-in-words.js';
import { FLAW_LENGTH_MAX } from '../model/mending.js';
import { partsOf, type Part } from '../model/parts.js';
import { applicationPaths } from '../paths.js';
import { AdmissionOfProposal } from '../queries/admission-of-proposal.js';
import { flawsOfSubmission } from '../queries/flaws-of-submission.js';
import { CheckMended } from '../use-cases/check-mended.js';
import { GiveBack, mendingDays } from '../use-cases/give-back.js';
import { GiveBackForm, RecheckForm } from './mending.forms.js';
import { fieldErrorOf } from '../model/problem-in-words.js';

/** The officer gives a proposal back for mending, and re-checks once what came back (rule 38). */
@Controller()
export class GiveBackPage {
  constructor(
    private readonly read: AdmissionOfProposal,
    private readonly db: Database,
    private readonly giveBack: GiveBack,
    private readonly recheck: CheckMended,
  ) {}

  @Get('organiser/competitions/:id/admission/:applicationId/giving-back')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition, proposal, canGiveBack } = await this.read.execute(ctx, id, applicationId);
    demand(admissionPolicy, 'prepare', ctx.actor, competition);
    if (!canGiveBack && !form) return seeOther(applicationPaths.admissionOf(id, applicationId));
    return page('applications/give-back.njk', {
      ...{ competition, proposal, form, max: FLAW_LENGTH_MAX, days: mendingDays(competition) },
      parts: await this.parts(ctx, id, applicationId),
      paths: {
        self: applicationPaths.givingBack(id, applicationId),
        proposal: applicationPaths.admissionOf(id, applicationId),
      },
    });
  }

  @Post('organiser/competitions/:id/admission/:applicationId/giving-back')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: GiveBackForm },
      act: ({ flaws }) =>
        this.giveBack.execute(
          ...([ctx, id, applicationId] as const),
          flaws.flatMap(({ part, what }) => (what ? [{ part: part as Part, what }] : [])),
        ),
      next: () => seeOther(applicationPaths.admissionOf(id, applicationId)),
      again: (form) => this.show(ctx, id, applicationId, form),
    });
  }

  @Post('organiser/competitions/:id/admission/:applicationId/recheck')
  @Allow('officer')
  check(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: RecheckForm },
      act: ({ isMended, note }) =>
        this.recheck.execute(ctx, id, applicationId, { isMended: isMended === 'yes', note: note ?? '' }),
      next: () => seeOther(applicationPaths.admissionOf(id, applicationId)),
      again: (form) => this.show(ctx, id, applicationId, form),
    });
  }

  /** The pages of the form; of paper with what the form would have refused. */
  private async parts(ctx: Context, competitionId: string, applicationId: string) {
    const { form } = await competitionSettings(this.db, competitionId);
    const flaws = await flawsOfSubmission(this.db, applicationId);
    const known = (part: Part): string =>
      flaws
        .filter((flaw) => flaw.part === part)
        .map((flaw) => errorText('uk', fieldErrorOf(flaw, 'uk')))
        .join('. ');
    return partsOf(form).map((part) => ({ part, title: partInWords(part, form, ctx.lang), known: known(part) }));
  }
}
