import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  TextField,
  WholeNumberField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { InvalidInput } from '#libs/platform/errors';
import { wordingProblems } from '../model/check-wording.js';
import type { Scope } from '../model/editable-text.js';
import { nameOf } from '../model/name-of-text.js';
import { previewOf } from '../model/preview.js';
import { typedWording, type TypedWording } from '../model/typed-wording.js';
import { wordsPaths } from '../paths.js';
import { TextForEditingQuery } from '../queries/text-for-editing.js';
import { EditText } from '../use-cases/edit-text.js';
import { ParseScope } from './scope-param.js';

const TYPED_MAX = 40_000;
const Words = (): PropertyDecorator => TextField({ required: false, max: TYPED_MAX });

class WordingForm implements TypedWording {
  @WholeNumberField({ min: 0, max: 1_000_000 }) basedOn: number;
  @Words() titleUk: string | null;
  @Words() titleEn: string | null;
  @Words() subjectUk: string | null;
  @Words() subjectEn: string | null;
  @Words() bodyUk: string | null;
  @Words() bodyEn: string | null;
  @Words() textUk: string | null;
  @Words() textEn: string | null;
}

const DONE = ['saved', 'shipped'];

/** A text beside its shipped words: write, look, save; its versions; back in one click. */
@Controller('words/:scope/:lib/:key')
export class EditTextPage {
  constructor(
    private readonly read: TextForEditingQuery,
    private readonly edit: EditText,
  ) {}

  @Get()
  @Allow('officer', 'director', 'administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('scope', ParseScope) scope: Scope,
    @Param('lib') lib: string,
    @Param('key') key: string,
    @Query('done') done?: unknown,
    form?: FailedForm,
    isPreview = false,
  ): Promise<Result> {
    const found = await this.read.execute(ctx, scope, `${lib}:${key}`);
    const model = {
      ...found,
      ...{ name: nameOf(found.text, ctx.lang), paths: wordsPaths, form },
      preview: isPreview && form ? previewOf(found.text, typedWording(found.text, form.values as TypedWording)) : null,
      done: DONE.find((one) => one === done) ?? null,
    };
    return page('words/edit-text.njk', model, isPreview ? 200 : undefined);
  }

  /** `press`: look at it first, or save. */
  @Post()
  @Allow('officer', 'director', 'administrator')
  save(
    @Ctx() ctx: Context,
    @Param('scope', ParseScope) scope: Scope,
    @Param('lib') lib: string,
    @Param('key') key: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const again = (form: FailedForm, isPreview = false) => this.show(ctx, scope, lib, key, undefined, form, isPreview);
    const saved = (): Result => seeOther(`${wordsPaths.text(scope, `${lib}:${key}`)}?done=saved`);
    return handleForm({
      body,
      shape: WordingForm,
      act: async (input) => {
        const { text } = await this.read.execute(ctx, scope, `${lib}:${key}`);
        const wording = typedWording(text, input);
        if (body.press !== 'preview') {
          await this.edit.execute(ctx, { scope, key: text.key, basedOn: input.basedOn, wording });
          return saved();
        }
        const problems = wordingProblems(text, wording);
        if (problems.length > 0) throw new InvalidInput(problems);
        return again({ errors: [], values: body }, true);
      },
      next: (result) => result,
      again,
    });
  }

  @Post('shipped')
  @Allow('officer', 'director', 'administrator')
  async shipped(
    @Ctx() ctx: Context,
    @Param('scope', ParseScope) scope: Scope,
    @Param('lib') lib: string,
    @Param('key') key: string,
  ): Promise<Result> {
    await this.edit.restoreShipped(ctx, scope, `${lib}:${key}`);
    return seeOther(`${wordsPaths.text(scope, `${lib}:${key}`)}?done=shipped`);
  }
}
