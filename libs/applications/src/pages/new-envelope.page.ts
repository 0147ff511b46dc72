import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { acceptedExtensions } from '#libs/documents';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
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
import { envelopePolicy } from '../access/envelope.policy.js';
import { CHANNELS, ENVELOPE_LIMITS } from '../model/envelope.js';
import { applicationPaths } from '../paths.js';
import { mayRegister } from '../queries/envelopes.js';
import { RegisterEnvelope } from '../use-cases/register-envelope.js';
import { EnvelopeForm } from './envelope.forms.js';

/** The operator writes down what came: the envelope, not what is in it. */
@Controller()
export class NewEnvelopePage {
  constructor(
    private readonly db: Database,
    private readonly register: RegisterEnvelope,
  ) {}

  @Get('organiser/competitions/:id/envelopes/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(envelopePolicy, 'see', ctx.actor, competition);
    demand(envelopePolicy, 'register', ctx.actor, competition);
    if (!form && !mayRegister(ctx, competition)) throw new Conflict('applications.envelope-not-now');
    return page('applications/envelope-new.njk', {
      ...{ competition, form, channels: CHANNELS, limits: ENVELOPE_LIMITS },
      accept: acceptedExtensions(['pdf', 'jpeg', 'png']),
      paths: { self: applicationPaths.newEnvelope(id), list: applicationPaths.envelopes(id) },
    });
  }

  @Post('organiser/competitions/:id/envelopes/new')
  @Allow('officer')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, id, form);
    const upload = await readUpload(request);
    if ('errors' in upload) return again(upload);
    const scan = upload.files.find(({ field }) => field === 'scan') ?? null;
    return handleForm({
      body: upload.fields,
      shape: EnvelopeForm,
      act: (envelope) => this.register.execute(ctx, id, envelope, scan),
      next: (envelopeId) => seeOther(`${applicationPaths.envelope(id, envelopeId)}?done=registered`),
      again,
    });
  }
}
