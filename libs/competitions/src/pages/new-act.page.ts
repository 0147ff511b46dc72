import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { acceptedExtensions } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  readUpload,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { ACT_KINDS, type ActKind } from '../model/act.js';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { ActsForPage } from '../queries/acts-for-page.js';
import { PrepareAct } from '../use-cases/prepare-act.js';
import { ACT_FORMS } from './act.forms.js';

/** The officer writes an act down. */
@Controller()
export class NewActPage {
  constructor(
    private readonly read: ActsForPage,
    private readonly prepare: PrepareAct,
  ) {}

  @Get('organiser/competitions/:id/acts/new/:kind')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('kind') typed: string,
    form?: FailedForm,
  ): Promise<Result> {
    const kind = kindOf(typed);
    const { competition, least } = await this.read.forNew(ctx, id, kind);
    return page('competitions/act-new.njk', {
      competition,
      kind,
      least,
      limits: LIMITS,
      accept: acceptedExtensions(['pdf', 'jpeg', 'png']),
      here: competitionPaths.newAct(id, kind),
      back: competitionPaths.acts(id),
      form,
    });
  }

  @Post('organiser/competitions/:id/acts/new/:kind')
  @Allow('officer')
  async save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('kind') typed: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const kind = kindOf(typed);
    const again = (form: FailedForm) => this.show(ctx, id, kind, form);
    const upload = await readUpload(request);
    if ('errors' in upload) return again(upload);
    const document = upload.files.find(({ field }) => field === 'document') ?? null;
    return handleForm({
      body: upload.fields,
      shape: ACT_FORMS[kind],
      act: ({ number, actOn, reason, potKop = null, closesAt = null }) =>
        this.prepare.execute(ctx, id, { kind, number, actOn, reason, potKop, closesAt, document }),
      next: () => seeOther(`${competitionPaths.acts(id)}?done=prepared`),
      again,
    });
  }
}

function kindOf(typed: string): ActKind {
  const kind = ACT_KINDS.find((one) => one === typed);
  if (!kind) throw new NotFound();
  return kind;
}
