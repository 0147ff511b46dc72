import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { inLang, sectionOf } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { Ctx, page, ParseId, seeOther, type Result } from '#libs/platform/http';
import { applicationPolicy } from '../access/application.policy.js';
import { isAnswered } from '../model/answers.js';
import { partsOf, type Part } from '../model/parts.js';
import type { DraftProposal } from '../model/draft-proposal.js';
import { applicationPaths } from '../paths.js';
import { ProposalRooms } from '../ports/proposal-rooms.port.js';
import { ReadApplicationForWriting, type ApplicationForWriting } from '../queries/application-for-writing.js';
import { SeeFormVersion } from '../use-cases/see-form-version.js';
import { SeeNotCarried } from '../use-cases/see-not-carried.js';
import { applicationById } from '../use-cases/lock-application.js';
import { pathOfPart } from './part-links.js';
import { tagOf } from './state-tag.js';

/** The contents of a proposal: its pages with their states, and what to do with it as a whole. */
@Controller()
export class ApplicationPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly db: Database,
    private readonly ports: Ports,
    private readonly see: SeeFormVersion,
    private readonly seeNotCarried: SeeNotCarried,
  ) {}

  @Get('applications/:id')
  @Allow()
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('saved') saved: string | undefined,
  ): Promise<Result> {
    const application = await applicationById(this.db, id);
    // Whoever does not write it may perhaps read it: that page decides.
    if (!applicationPolicy.follow.allows(ctx.actor, application)) return seeOther(applicationPaths.reading(id));
    const view = await this.read.execute(ctx, id);
    const rooms = this.ports.all(ProposalRooms).map((one) => one.rooms(ctx, this.db, application));
    return page('applications/application.njk', {
      rooms: (await Promise.all(rooms)).flat(),
      ...{ view, saved: saved !== undefined, paths: applicationPaths, tag: tagOf(view.application) },
      parts: partsOf(view.settings.form).map((part) => partRow(view, part, ctx.lang)),
    });
  }

  /** What has changed in the form was read. */
  @Post('applications/:id/form-version')
  @Allow('applicant')
  async seen(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    await this.see.execute(ctx, id);
    return seeOther(applicationPaths.show(id));
  }

  /** What had no place in the new form was read. */
  @Post('applications/:id/not-carried')
  @Allow('applicant')
  async seenNotCarried(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    await this.seeNotCarried.execute(ctx, id);
    return seeOther(applicationPaths.show(id));
  }
}

function partRow(view: ApplicationForWriting, part: Part, lang: Context['lang']) {
  const section = sectionOf(view.settings.form, part.replace('answers/', ''));
  const missing = view.problems.filter((problem) => problem.part === part).length;
  const isEmpty = isUntouched(view.draft, part, section?.questions.map(({ key }) => key) ?? []);
  return {
    part,
    title: section ? inLang(section.title, lang) : null,
    href: isShut(view, part) ? null : pathOfPart(view.application.id, part),
    missing,
    state:
      part === 'files' && isEmpty && missing === 0
        ? 'optional'
        : missing === 0
          ? 'ready'
          : isEmpty
            ? 'empty'
            : 'partial',
    count: {
      activities: view.draft.activities,
      budget: view.draft.lines,
      indicators: view.draft.indicators,
      files: view.draft.files,
    }[part as string]?.length,
  };
}

const isShut = ({ closedBecause, partsOpen, may }: ApplicationForWriting, part: Part): boolean =>
  closedBecause !== null || !may.write || (partsOpen !== null && !partsOpen.includes(part));

function isUntouched(draft: DraftProposal, part: Part, questions: string[]): boolean {
  switch (part) {
    case 'about':
      return !draft.title && !draft.priorityId && !draft.startOn && !draft.endOn;
    case 'activities':
      return draft.activities.length === 0;
    case 'budget':
      return draft.lines.length === 0;
    case 'indicators':
      return draft.indicators.length === 0;
    case 'files':
      return draft.files.length === 0;
    default:
      return questions.every((key) => !isAnswered(draft.answers[key]));
  }
}
