import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { Allow, demand, scopesOf, type Context } from '#libs/platform/access';
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
import { templatePolicy } from '../access/contract.policy.js';
import { TABLE_MARKERS, WORD_MARKERS } from '../model/template/markers.js';
import { SECTION_MAX, SECTIONS, type Sections } from '../model/template/sections.js';
import { contractPaths } from '../paths.js';
import { templateVersions } from '../queries/find-template.js';
import { ApproveTemplate } from '../use-cases/approve-template.js';
import { TemplateForm } from './contract.forms.js';

/** The text of contracts of an authority: its versions, and a new one by an order. */
@Controller('organiser/contract-templates')
export class TemplatesPage {
  constructor(
    private readonly db: Database,
    private readonly approve: ApproveTemplate,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async choose(@Ctx() ctx: Context): Promise<Result> {
    const mine = scopesOf(ctx.actor, ['officer', 'director']);
    const [first, ...others] = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    if (first && others.length === 0) return seeOther(contractPaths.template(first.id));
    const authorities = [first, ...others].filter((one) => one !== undefined);
    return page('contracts/choose-template.njk', {
      authorities: authorities.map(({ id, name }) => ({ name, href: contractPaths.template(id) })),
      back: contractPaths.list,
    });
  }

  @Get(':organiserId')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('organiserId', ParseId) organiserId: string,
    form?: FailedForm,
  ): Promise<Result> {
    demand(templatePolicy, 'see', ctx.actor, { organiserId });
    const versions = await templateVersions(this.db, organiserId);
    return page('contracts/template.njk', {
      ...{ versions, latest: versions[0], form, sections: SECTIONS, max: SECTION_MAX },
      markers: { words: Object.keys(WORD_MARKERS), tables: Object.keys(TABLE_MARKERS) },
      canApprove: templatePolicy.approve.allows(ctx.actor, { organiserId }),
      paths: { self: contractPaths.template(organiserId), back: contractPaths.list },
    });
  }

  @Post(':organiserId')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('organiserId', ParseId) organiserId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: TemplateForm },
      act: ({ orderNumber, orderOn, ...sections }) =>
        this.approve.execute(ctx, organiserId, { orderNumber, orderOn, sections: sections as unknown as Sections }),
      next: () => seeOther(contractPaths.template(organiserId)),
      again: (form) => this.show(ctx, organiserId, form),
    });
  }
}
