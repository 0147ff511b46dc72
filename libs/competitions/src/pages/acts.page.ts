import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { PaperMarks } from '#libs/documents';
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
import { errorText, phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { ActsForPage } from '../queries/acts-for-page.js';
import { ConfirmAct } from '../use-cases/confirm-act.js';
import { DropAct } from '../use-cases/drop-act.js';
import { ReturnAct } from '../use-cases/return-act.js';
import { ReturnForm } from './act.forms.js';
import { actLine } from './act-lines.js';

class NoFields {}
const DONE: readonly string[] = ['prepared', 'confirmed', 'returned', 'dropped'];

/** Acts that stop or change a competition after its announcement: what was done, what waits, what can be done. */
@Controller()
export class ActsPage {
  constructor(
    private readonly read: ActsForPage,
    private readonly confirmAct: ConfirmAct,
    private readonly returnAct: ReturnAct,
    private readonly dropAct: DropAct,
    private readonly marks: PaperMarks,
  ) {}

  @Get('organiser/competitions/:id/acts')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition, prepared, confirmed, kinds, ...view } = await this.read.execute(ctx, id);
    const code = competition.code!;
    const marks = await this.marks.of(
      ctx,
      'competition-act',
      confirmed.map((act) => act.id),
    );
    return page('competitions/acts.njk', {
      ...view,
      competition,
      prepared: prepared && {
        ...actLine(prepared, code, ctx.lang),
        ...{ potKop: prepared.potKop, closesAt: prepared.closesAt, hasDocument: prepared.documentId !== null },
        isOwn: prepared.preparedBy === ctx.actor.personId,
        confirm: competitionPaths.confirmAct(id, prepared.id),
        return: competitionPaths.returnAct(id, prepared.id),
        drop: competitionPaths.dropAct(id, prepared.id),
      },
      confirmed: confirmed.map((act) => ({ ...actLine(act, code, ctx.lang), mark: marks.get(act.id) })),
      kinds: kinds.map(({ kind, reason }) => ({
        kind,
        href: competitionPaths.newAct(id, kind),
        reason: reason && errorText(ctx.lang, { code: reason }),
      })),
      limits: LIMITS,
      back: competitionPaths.overview(id),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `competitions:act.notice.${done}`) : null,
      form,
    });
  }

  @Post('organiser/competitions/:id/acts/:actId/confirmation')
  @Allow('director')
  confirm(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('actId', ParseId) actId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.submit(ctx, id, body, 'confirmed', () => this.confirmAct.execute(ctx, id, actId));
  }

  @Post('organiser/competitions/:id/acts/:actId/return')
  @Allow('director')
  giveBack(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('actId', ParseId) actId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: ReturnForm },
      act: ({ remark }) => this.returnAct.execute(ctx, id, actId, remark),
      next: () => seeOther(`${competitionPaths.acts(id)}?done=returned`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  @Post('organiser/competitions/:id/acts/:actId/removal')
  @Allow('officer')
  drop(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('actId', ParseId) actId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.submit(ctx, id, body, 'dropped', () => this.dropAct.execute(ctx, id, actId));
  }

  private submit(ctx: Context, id: string, body: FormBody, done: string, act: () => Promise<void>): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act,
      next: () => seeOther(`${competitionPaths.acts(id)}?done=${done}`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}
