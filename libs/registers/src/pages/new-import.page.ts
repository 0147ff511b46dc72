import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { Allow, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import {
  Ctx,
  download,
  handleForm,
  page,
  readUpload,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { REGISTER_KINDS, type Register, type RegisterKind } from '../model/register.js';
import { REGISTERS } from '../model/registers/index.js';
import { templateOf } from '../model/table/template.js';
import { registerPaths } from '../paths.js';
import { competitionsOf } from '../queries/competitions-of.js';
import { fieldWords } from '../queries/register-words.js';
import { TakeFile } from '../use-cases/take-file.js';
import { SourceForm } from './import.forms.js';
import { templateWords } from './template-words.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file for one register with its source, and the template to fill in. */
@Controller('registers')
export class NewImportPage {
  constructor(
    private readonly take: TakeFile,
    private readonly db: Database,
  ) {}

  @Get('imports/new/:kind')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('kind') name: string, form?: FailedForm): Promise<Result> {
    const { kind, columns, hasPeriod, isOfCompetition } = registerOf(name);
    const mine = scopesOf(ctx.actor, ['officer']);
    const authorities = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    return page('registers/new.njk', {
      ...{ kind, hasPeriod, limits: LIMITS, form },
      columns: columns.map(({ field, isRequired }) => ({ text: fieldWords(ctx.lang, kind, field), isRequired })),
      competitions: isOfCompetition ? await competitionsOf(this.db, mine) : null,
      authorities: authorities.map(({ id, name: text }) => ({ value: id, text })),
      paths: {
        ...{ action: registerPaths.newImport(kind), template: registerPaths.template(kind) },
        back: registerPaths.chooseRegister,
      },
    });
  }

  @Post('imports/new/:kind')
  @Allow('officer')
  async send(@Ctx() ctx: Context, @Param('kind') name: string, @Req() request: PortalRequest): Promise<Result> {
    const { kind } = registerOf(name);
    const upload = await readUpload(request);
    // The reading knows the limit of the portal; the person is told the limit of this page.
    if ('errors' in upload) return this.show(ctx, kind, { ...upload, errors: [TOO_LARGE] });
    const file = upload.files.find(({ field }) => field === 'file');
    return handleForm({
      body: upload.fields,
      shape: SourceForm,
      act: (source) => {
        if (!file) throw invalidField('file', 'registers.file-missing');
        return this.take.execute(ctx, { ...source, kind, file });
      },
      next: (id) => seeOther(registerPaths.import(id)),
      again: (form) => this.show(ctx, kind, form),
    });
  }

  @Get('templates/:kind')
  @Allow('officer')
  async template(@Ctx() ctx: Context, @Param('kind') name: string): Promise<Result> {
    const register = registerOf(name);
    const content = await templateOf(register, templateWords(ctx.lang, register.kind));
    const title = phrase(ctx.lang, `registers:kind.${register.kind}`);
    return download(content, {
      name: `${phrase(ctx.lang, 'registers:template.file', { title })}.xlsx`,
      mediaType: XLSX,
    });
  }
}

function registerOf(name: string): Register {
  if (!(REGISTER_KINDS as readonly string[]).includes(name)) throw new NotFound();
  return REGISTERS[name as RegisterKind];
}

const TOO_LARGE = { field: 'file', code: 'registers.file-too-large', data: { maxMb: LIMITS.fileMb } };
