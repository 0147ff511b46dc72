import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
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
import { phrase } from '#libs/platform/phrases';
import { COMPETITION_ACTIONS, type CompetitionAction } from '../model/competition.lifecycle.js';
import { competitionPolicy } from '../access/competition.policy.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionPaths } from '../paths.js';
import { AnnouncementOf } from '../queries/announcement.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { CompetitionOverviewFor } from '../queries/competition-overview.js';
import { AdvanceCompetition } from '../use-cases/advance-competition.js';

class NoFields {}

/** What the page may say was done. */
const DONE: readonly string[] = ['saved', ...COMPETITION_ACTIONS];

/** One competition for those who run it: what is missing, the steps, the rooms of the work. */
@Controller()
export class CompetitionOverviewPage {
  constructor(
    private readonly read: CompetitionOverviewFor,
    private readonly drafts: CompetitionForEdit,
    private readonly announcement: AnnouncementOf,
    private readonly advance: AdvanceCompetition,
  ) {}

  @Get('organiser/competitions/:id')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { code } = view.competition;
    return page('competitions/overview.njk', {
      view,
      back: competitionPaths.ofOrganiser,
      preview: competitionPaths.preview(id),
      lastYear: competitionPaths.lastYear(id),
      erasure: competitionPolicy.erase.allows(ctx.actor, view.competition) ? competitionPaths.erasure(id) : null,
      notice: doneText(ctx, done, view.competition),
      publicPage: code && competitionPaths.show(code),
      form,
    });
  }

  @Get('organiser/competitions/:id/preview')
  @Allow('officer', 'director')
  async preview(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const competition = await this.drafts.preview(ctx, id);
    if (competition.code) return seeOther(competitionPaths.show(competition.code));
    const view = await this.announcement.of(ctx, competition);
    return page('competitions/announcement.njk', {
      ...{ view, isPreview: true, back: competitionPaths.overview(id) },
      door: doorOfPreview(ctx, view.competition),
    });
  }

  @Post('organiser/competitions/:id/steps/:action')
  @Allow('officer', 'director')
  step(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('action') action: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    if (!COMPETITION_ACTIONS.includes(action as CompetitionAction)) throw new NotFound();
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.advance.execute(ctx, id, action as CompetitionAction),
      next: () => seeOther(`${competitionPaths.overview(id)}?done=${action}`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}

/** Where an applicant would begin; the form can be walked through by whoever builds it. */
function doorOfPreview({ actor }: Context, competition: CompetitionSettings): Record<string, unknown> | null {
  const first = competition.form.sections.find(({ part, questions }) => part === undefined && questions.length > 0);
  if (!first || !competitionPolicy['build-form'].allows(actor, competition)) return null;
  return { kind: 'preview', form: competitionPaths.formPreview(competition.id, first.key) };
}

function doneText({ lang }: Context, done: string | undefined, { isRehearsal }: CompetitionSettings): string | null {
  if (!DONE.includes(done ?? '')) return null;
  return phrase(
    lang,
    isRehearsal && done === 'publish' ? 'competitions:rehearsal.published' : `competitions:done.${done}`,
  );
}
