import { Controller, Get, Inject, Param } from '@nestjs/common';
import { PaperMarks } from '#libs/documents';
import { identityPaths } from '#libs/identity';
import { holds, Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Ctx, page, type Result } from '#libs/platform/http';
import { Ports } from '#libs/platform/ports';
import { callData, type Call } from '../model/call-data.js';
import { competitionPaths } from '../paths.js';
import { AnnouncementOf, type Announcement } from '../queries/announcement.js';
import { AnnouncementAsides } from '../ports/announcement-asides.port.js';
import type { Room } from '../ports/competition-rooms.port.js';
import { actLine } from './act-lines.js';

/** The announcement of a competition: everything that rule 18 lists. */
@Controller()
export class AnnouncementPage {
  constructor(
    private readonly read: AnnouncementOf,
    private readonly marks: PaperMarks,
    private readonly ports: Ports,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('competitions/:code')
  @Public('an announcement is public information (Law 2939-VI, art. 15)')
  async show(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const view = await this.read.byCode(ctx, code);
    const marks = await this.marks.of(
      ctx,
      'competition-act',
      view.acts.map(({ id }) => id),
    );
    return page('competitions/announcement.njk', {
      view,
      isPreview: false,
      data: callData(this.callOf(ctx, view)),
      acts: view.acts.map((act) => ({ ...actLine(act, code, ctx.lang), mark: marks.get(act.id) })),
      mark: await this.marks.ofOne(ctx, 'announcement-order', view.competition.id),
      corrected: competitionPaths.corrections(code),
      back: competitionPaths.list,
      example: view.hasExample ? competitionPaths.example(code) : null,
      emptyForm: competitionPaths.formDocx(code),
      door: doorFor(ctx, view),
      asides: await this.asides(ctx, view),
      results: view.phase === 'decided' ? competitionPaths.results(code) : null,
    });
  }

  private callOf({ lang }: Context, { competition, phase, title, purpose, ...view }: Announcement): Call {
    const code = competition.code!;
    const inLang = (path: string) => `${this.config.publicUrl}${lang === 'en' ? '/en' : ''}${path}`;
    const address = inLang(competitionPaths.show(code));
    return {
      ...competition,
      ...{ code, title, purpose, lang, address },
      organiser: view.organiser.name,
      coOrganiser: view.coOrganiser?.name ?? null,
      door: phase === 'open' ? address : null,
    };
  }

  private async asides(ctx: Context, { competition }: Announcement): Promise<Room[]> {
    const found: Room[] = [];
    for (const port of this.ports.all(AnnouncementAsides)) found.push(...(await port.asides(ctx, competition)));
    return found;
  }
}

/** What the button of the announcement does for this person. */
function doorFor(ctx: Context, { phase, competition }: Announcement): Record<string, unknown> | null {
  if (phase !== 'open' || competition.elsewhereName) return null;
  if (ctx.actor.kind === 'visitor') {
    const next = encodeURIComponent(competitionPaths.show(competition.code!));
    return { kind: 'visitor', signIn: `${identityPaths.signIn}?next=${next}`, signUp: identityPaths.signUp };
  }
  if (holds(ctx.actor, ['applicant'])) return { kind: 'applicant', apply: competitionPaths.apply(competition.id) };
  // Staff, members and experts do not apply.
  if (ctx.actor.grants.length > 0) return null;
  return { kind: 'other', register: identityPaths.newOrganisation };
}
