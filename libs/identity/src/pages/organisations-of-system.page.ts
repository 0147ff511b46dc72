import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  Listed,
  ParseId,
  TextField,
  handleForm,
  page,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { OrganisationsOfSystem, type OrganisationLine } from '../queries/organisations-of-system.js';
import { MergeOrganisations } from '../use-cases/merge-organisations.js';
import { doneOf, saying } from './done.js';
import { organisationsList } from './organisations.list.js';

class MergeForm {
  @TextField({ max: 8, code: 'identity.edrpou-wrong', pattern: /^\d{8}$/, patternCode: 'identity.edrpou-wrong' })
  edrpou: string;
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

/** Administrators look after organisations: those that are no more, and duplicates. */
@Controller('admin/organisations')
export class OrganisationsOfSystemPage {
  constructor(
    private readonly read: OrganisationsOfSystem,
    private readonly merge: MergeOrganisations,
  ) {}

  @Get()
  @Allow('administrator')
  async list(@Ctx() ctx: Context, @Listed(organisationsList) asked: AskedList<OrganisationLine>): Promise<Result> {
    return asked.answer('identity/organisations.njk', await this.read.list(ctx, asked));
  }

  @Get(':id')
  @Allow('administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: { done?: unknown; into?: unknown },
    form?: FailedForm,
  ): Promise<Result> {
    const organisation = await this.read.one(ctx, id);
    if (organisation.mergedInto) return seeOther(identityPaths.organisationOfSystem(organisation.mergedInto));
    const into = typeof query.into === 'string' ? query.into : '';
    const preview = into && !form ? await this.read.preview(ctx, id, into) : null;
    return page('identity/organisation-of-system.njk', { organisation, into, preview, done: doneOf(query.done), form });
  }

  @Post(':id/merge')
  @Allow('administrator')
  async join(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: MergeForm,
      act: async ({ edrpou, reason }) => {
        const intoId = await this.read.idOf(ctx, edrpou);
        await this.merge.execute(ctx, id, intoId, reason);
        return intoId;
      },
      next: (intoId) => seeOther(saying(identityPaths.organisationOfSystem(intoId), 'organisations-merged')),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}
