import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { questionOf, type Question } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { InvalidInput, NotFound, invalidField } from '#libs/platform/errors';
import { Ctx, download, ParseId, readMultipart, type PortalRequest, type Result } from '#libs/platform/http';
import { answersPart } from '../../model/parts.js';
import { readAnswer } from '../../model/read-answer.js';
import { ReadApplicationForWriting, type ApplicationForWriting } from '../../queries/application-for-writing.js';
import { versionOf } from '../../use-cases/edit-part.js';
import { AnswersPage } from '../answers.page.js';
import { tableOfQuestion } from './question-table.js';
import { readTableFile } from './read-table.js';
import { TABLE_MEDIA_TYPE, tableFile } from './write-table.js';

/** A question whose answer is a table, as a spreadsheet: taken home, brought back for a look before saving. */
@Controller('applications/:id/questions/:question/table')
export class QuestionTablesPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly answers: AnswersPage,
  ) {}

  @Get()
  @Allow('applicant', 'officer')
  async take(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Param('question') key: string): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { table, saved } = tableOfQuestion(asked(view, key).question, view.draft.answers, ctx.lang);
    return download(await tableFile(table, saved), { name: `${table.title}.xlsx`, mediaType: TABLE_MEDIA_TYPE });
  }

  /** Saves nothing: the page comes back with the rows of the file and what is wrong in which cell. */
  @Post()
  @Allow('applicant', 'officer')
  async bring(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('question') key: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { question, section } = asked(view, key);
    const field = `file-${key}`;
    try {
      const file = (await readMultipart(request)).files.find((one) => one.field === field);
      if (!file) throw invalidField(field, 'applications.choose-file');
      const { table } = tableOfQuestion(question, view.draft.answers, ctx.lang);
      const { rows } = await readTableFile(table, file.content);
      const version = String(versionOf(view.application, answersPart(section)));
      const values = { version, answers: { [key]: rows }, fromFile: rows.length };
      return await this.answers.show(ctx, id, section, {}, { errors: readAnswer(question, rows).errors, values });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const errors = error.fields.map((one) => (one.field === 'file' ? { ...one, field } : one));
      return this.answers.show(ctx, id, section, {}, { errors, values: undefined as never });
    }
  }
}

/** @throws NotFound */
function asked({ settings: { form } }: ApplicationForWriting, key: string): { question: Question; section: string } {
  const question = questionOf(form, key);
  const section = form.sections.find(({ questions }) => questions.some((one) => one.key === key));
  if (question?.kind !== 'table' || !section || section.part) throw new NotFound();
  return { question, section: section.key };
}
