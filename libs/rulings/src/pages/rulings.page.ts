import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { OpenDocument } from '#libs/documents';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
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
import { REMARK_MAX } from '../model/ruling.js';
import { rulingPaths } from '../paths.js';
import type { RulingRow } from '../queries/read-rulings.js';
import { RulingsForPage } from '../queries/rulings-for-page.js';
import { ConfirmRuling } from '../use-cases/confirm-ruling.js';
import { NoFields, RemarkForm } from './ruling.forms.js';

const DONE: readonly string[] = ['registered', 'confirmed', 'returned', 'dropped'];

/** Rulings of courts about a competition: what they hold now, what waits for the second person, what was. */
@Controller()
export class RulingsPage {
  constructor(
    private readonly read: RulingsForPage,
    private readonly second: ConfirmRuling,
    private readonly documents: OpenDocument,
  ) {}

  @Get('organiser/competitions/:id/rulings')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
    place?: string,
  ): Promise<Result> {
    const { prepared, ...view } = await this.read.forStaff(ctx, id);
    const step = ({ id: rulingId }: RulingRow, name: 'confirmation' | 'return' | 'removal') =>
      rulingPaths.step(id, rulingId, name);
    return page(
      'rulings/rulings.njk',
      {
        ...{ ...view, form, place, remarkMax: REMARK_MAX, done: DONE.find((one) => one === done) },
        prepared: prepared.map((one) => ({
          ...{ ...one, isOwn: one.preparedBy === ctx.actor.personId },
          ...{ confirm: step(one, 'confirmation'), return: step(one, 'return'), drop: step(one, 'removal') },
        })),
        paperOf: ({ id: rulingId }: RulingRow) => rulingPaths.scan(id, rulingId),
        paths: {
          overview: competitionPaths.overview(id),
          register: rulingPaths.register(id),
          published: view.competition.code && rulingPaths.published(view.competition.code),
        },
      },
      form ? 422 : 200,
    );
  }

  @Get('organiser/competitions/:id/rulings/:rulingId/scan')
  @Allow(...STAFF_ROLES)
  async scan(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('rulingId', ParseId) rulingId: string,
  ): Promise<Result> {
    const document = await this.read.scan(ctx, id, rulingId);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  @Post('organiser/competitions/:id/rulings/:rulingId/confirmation')
  @Allow('director')
  confirm(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('rulingId', ParseId) rulingId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ ...this.form(ctx, id, rulingId, body, 'confirmed'), shape: NoFields },
      act: () => this.second.confirm(ctx, id, rulingId),
    });
  }

  @Post('organiser/competitions/:id/rulings/:rulingId/return')
  @Allow('director')
  giveBack(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('rulingId', ParseId) rulingId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ ...this.form(ctx, id, rulingId, body, 'returned'), shape: RemarkForm },
      act: ({ remark }) => this.second.giveBack(ctx, id, rulingId, remark),
    });
  }

  @Post('organiser/competitions/:id/rulings/:rulingId/removal')
  @Allow('officer')
  drop(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('rulingId', ParseId) rulingId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ ...this.form(ctx, id, rulingId, body, 'dropped'), shape: NoFields },
      act: () => this.second.drop(ctx, id, rulingId),
    });
  }

  private form(ctx: Context, id: string, rulingId: string, body: FormBody, done: string) {
    return {
      body,
      next: () => seeOther(`${rulingPaths.all(id)}?done=${done}`),
      again: (form: FailedForm) => this.show(ctx, id, undefined, form, rulingId),
    };
  }
}
