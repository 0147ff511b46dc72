import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DOCX, renderDocx } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
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
import { phrase } from '#libs/platform/phrases';
import { grouped } from '../model/grouped.js';
import { planWorkPaths } from '../paths.js';
import { PlanDrafts } from '../queries/find-draft.js';
import { WritePlanDraft } from '../use-cases/write-plan-draft.js';
import { ApprovalForm, NoFields, RowForm } from './plan-draft.forms.js';

/** A plan that is being written: its rows, what it lacks, its approval. */
@Controller('organiser/plan-drafts/:id')
export class PlanDraftPage {
  constructor(
    private readonly drafts: PlanDrafts,
    private readonly write: WritePlanDraft,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { draft, problems } = await this.drafts.execute(ctx, id);
    return page('plan/draft.njk', {
      ...{ draft, problems, form, rowPath: planWorkPaths.draftRow(id, '') },
      problemsOf: Object.fromEntries(grouped(problems, ({ where }) => where)),
      paths: {
        ...{ plans: planWorkPaths.plans, fresh: planWorkPaths.draftRow(id, 'new'), docx: planWorkPaths.draftDocx(id) },
        ...{ approval: planWorkPaths.draftApproval(id), removal: planWorkPaths.draftRemoval(id) },
      },
    });
  }

  @Get('docx')
  @Allow('officer', 'director')
  async docx(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { draft } = await this.drafts.execute(ctx, id);
    const column = (key: string, width: number) => ({
      title: phrase('uk', `plan:paper.${key}`),
      width,
      align: 'left' as const,
    });
    const columns = [column('number', 12), column('measure', 78), column('deadline', 30), column('parties', 50)];
    const title = draft.title || phrase('uk', 'plan:planDraft.title', { year: draft.year });
    const blocks = [...grouped(draft.rows, ({ directionNumber }) => directionNumber)].flatMap(([number, rows]) => [
      { kind: 'heading' as const, level: 2 as const, text: `${number}. ${rows[0]!.directionTitle}` },
      {
        kind: 'table' as const,
        columns,
        rows: rows.map((row) => [row.number, row.title, row.deadlineText, row.parties]),
      },
    ]);
    const content = await renderDocx({ title, language: 'uk', headerLines: [draft.organiserName], blocks });
    return download(content, {
      name: `${phrase('uk', 'plan:planDraft.title', { year: draft.year })}.docx`,
      mediaType: DOCX,
    });
  }

  @Get('rows/:number')
  @Allow('officer')
  async row(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('number') number: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { draft } = await this.drafts.execute(ctx, id);
    const row = draft.rows.find((one) => one.number === number);
    if (!row && number !== 'new') throw new NotFound();
    return page('plan/draft-row.njk', {
      ...{ draft, row: row ?? {}, isNew: number === 'new', form },
      paths: { back: planWorkPaths.draft(id), here: planWorkPaths.draftRow(id, number) },
    });
  }

  @Post('rows/:number')
  @Allow('officer')
  saveRow(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RowForm,
      act: ({ isRemoved, ...row }) => {
        const whole = { ...row, directionNumber: Number(row.number.split('.')[0]) };
        return this.write.saveRow(ctx, id, number === 'new' ? null : number, isRemoved ? null : whole);
      },
      next: () => seeOther(planWorkPaths.draft(id)),
      again: (form) => this.row(ctx, id, number, form),
    });
  }

  @Post('approval')
  @Allow('officer')
  approve(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ApprovalForm,
      act: (approval) => this.write.approve(ctx, id, approval),
      next: (planId) => seeOther(planWorkPaths.desk(planId)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('removal')
  @Allow('officer')
  drop(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.write.drop(ctx, id),
      next: () => seeOther(planWorkPaths.plans),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
