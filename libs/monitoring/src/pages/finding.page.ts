import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { acceptedExtensions, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
  handleForm,
  handleUpload,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { EXPENSE_FILE_KINDS, EXPENSE_FILE_MAX_MB } from '../model/limits.js';
import { monitoringPaths } from '../paths.js';
import { FindingForPage } from '../queries/finding-for-page.js';
import { Findings } from '../use-cases/findings.js';
import { DecisionForm, FixedForm } from './control.forms.js';
import { FINDING_TONES } from './report-words.js';

/** One finding (rule 65): the recipient proves that it is fixed, the checker decides. */
@Controller()
export class FindingPage {
  constructor(
    private readonly read: FindingForPage,
    private readonly findings: Findings,
    private readonly documents: OpenDocument,
  ) {}

  @Get('organiser/projects/:id/findings/:findingId')
  @Allow('officer', 'director', 'accountant', 'monitor')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
  ): Promise<Result> {
    return this.page(ctx, id, findingId, 'authority');
  }

  @Post('organiser/projects/:id/findings/:findingId')
  @Allow('officer', 'monitor')
  decide(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: DecisionForm },
      act: ({ version, action, decision }) => this.findings.decide(ctx, id, findingId, version, action, decision),
      next: () => seeOther(monitoringPaths.show(id)),
      again: (form) => this.page(ctx, id, findingId, 'authority', form),
    });
  }

  @Get('projects/:id/findings/:findingId')
  @Allow('applicant')
  own(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
  ): Promise<Result> {
    return this.page(ctx, id, findingId, 'organisation');
  }

  @Post('projects/:id/findings/:findingId')
  @Allow('applicant')
  answer(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    return handleUpload({
      ...{ request, shape: FixedForm },
      act: ({ answer }, file) => this.findings.answer(ctx, id, findingId, answer, file),
      next: () => seeOther(monitoringPaths.own(id)),
      again: (form) => this.page(ctx, id, findingId, 'organisation', form),
    });
  }

  @Get('projects/:id/findings/:findingId/file')
  @Allow('applicant', 'officer', 'director', 'accountant', 'monitor')
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('findingId', ParseId) findingId: string,
  ): Promise<Result> {
    const document = await this.read.proof(ctx, id, findingId);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  private async page(
    ctx: Context,
    id: string,
    findingId: string,
    side: 'authority' | 'organisation',
    form?: FailedForm,
  ): Promise<Result> {
    const { project, finding, steps } = await this.read.execute(ctx, id, findingId);
    const isOurs = side === 'authority';
    return page(
      'monitoring/finding.njk',
      {
        ...{ project, finding, steps, form, tone: FINDING_TONES[finding.state] },
        accept: acceptedExtensions(EXPENSE_FILE_KINDS),
        maxMb: EXPENSE_FILE_MAX_MB,
        paths: {
          self: isOurs ? monitoringPaths.finding(id, findingId) : monitoringPaths.ownFinding(id, findingId),
          back: isOurs ? monitoringPaths.show(id) : monitoringPaths.own(id),
          file: finding.documentId && `${monitoringPaths.ownFinding(id, findingId)}/file`,
        },
      },
      form ? 422 : 200,
    );
  }
}
