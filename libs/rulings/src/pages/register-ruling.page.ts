import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { acceptedExtensions } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
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
import * as limits from '../model/ruling.js';
import { rulingPaths } from '../paths.js';
import { RulingsForPage } from '../queries/rulings-for-page.js';
import { RegisterRuling } from '../use-cases/register-ruling.js';
import { RulingForm } from './ruling.forms.js';

/** The officer registers a ruling of a court, with its paper. */
@Controller()
export class RegisterRulingPage {
  constructor(
    private readonly read: RulingsForPage,
    private readonly register: RegisterRuling,
  ) {}

  @Get('organiser/competitions/:id/rulings/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { competition, stays } = await this.read.forNew(ctx, id);
    return page(
      'rulings/register.njk',
      {
        ...{ competition, stays, form, limits },
        kinds: limits.RULING_KINDS.filter((kind) => kind !== 'lift' || stays.length > 0),
        accept: acceptedExtensions(limits.FILE_KINDS),
        paths: { self: rulingPaths.register(id), back: rulingPaths.all(id) },
      },
      form ? 422 : 200,
    );
  }

  @Post('organiser/competitions/:id/rulings/new')
  @Allow('officer')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, id, form);
    const upload = await readUpload(request);
    if ('errors' in upload) return again(upload);
    const file = (name: string) => upload.files.find(({ field }) => field === name);
    return handleForm({
      ...{ body: upload.fields, shape: RulingForm, again },
      act: ({ scope, ...input }) => {
        if (input.kind === 'stay' && !scope) throw invalidField('scope', 'rulings.choose-scope');
        const files = { scan: file('scan'), copy: file('copy') };
        return this.register.execute(ctx, id, { ...input, isWhole: scope !== 'named' }, files);
      },
      next: () => seeOther(`${rulingPaths.all(id)}?done=registered`),
    });
  }
}
