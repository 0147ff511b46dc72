import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsObject } from 'class-validator';
import { Allow, Public, type Context } from '#libs/platform/access';
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
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { ReadModelProposal } from '../queries/model-proposal.js';
import { WriteModelProposal } from '../use-cases/write-model-proposal.js';

/** Texts by the key of their question; anything else that was sent is left out. */
const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value as Record<string, unknown> | undefined) ?? {}).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text.trim().replace(/\r\n/g, '\n')]] : [],
    ),
  );

class ModelForm {
  @Transform(({ value }) => textsOf(value))
  @IsObject({ message: 'platform.required' })
  answers: Record<string, string> = {};
}

/** A filled-in example of a proposal: one page for every applicant, and the form of the officer. */
@Controller()
export class ModelProposalPage {
  constructor(
    private readonly read: ReadModelProposal,
    private readonly write: WriteModelProposal,
  ) {}

  @Get('competitions/:code/example')
  @Public('every applicant sees the same example')
  async show(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const { competition, sections } = await this.read.byCode(code);
    return page('competitions/model-proposal.njk', {
      competitionTitle: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      sections,
      file: competitionPaths.exampleDocx(code),
      back: competitionPaths.show(code),
    });
  }

  @Get('organiser/competitions/:id/example')
  @Allow('officer')
  async form(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition, sections } = await this.read.forWriting(ctx, id);
    return page('competitions/model-proposal-edit.njk', {
      ...{ competition, sections, form, max: LIMITS.modelAnswer },
      here: competitionPaths.writeExample(id),
      back: competitionPaths.form(id),
      publicPage: competition.code && competitionPaths.example(competition.code),
      notice: done === 'saved' ? phrase(ctx.lang, 'competitions:model.saved') : null,
    });
  }

  @Post('organiser/competitions/:id/example')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ModelForm,
      act: ({ answers }) => this.write.execute(ctx, id, answers),
      next: () => seeOther(`${competitionPaths.writeExample(id)}?done=saved`),
      again: (form) => this.form(ctx, id, undefined, form),
    });
  }
}
