import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  type AskedList,
  Ctx,
  type FailedForm,
  type FormBody,
  handleForm,
  Listed,
  page,
  ParseId,
  type Result,
  seeOther,
} from '#libs/platform/http';
import { toneOf } from '../model/delivery.js';
import { noticePaths } from '../paths.js';
import { type LetterLine, LettersOfAuthority } from '../queries/letters-of-authority.js';
import { NoteReturn } from '../use-cases/note-return.js';
import { lettersList } from './letters.list.js';
import { ReturnForm } from './return-form.js';

/** The letters of an authority; one that came back is noted here. */
@Controller('organiser/letters')
export class LettersPage {
  constructor(
    private readonly letters: LettersOfAuthority,
    private readonly noteReturn: NoteReturn,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(@Ctx() ctx: Context, @Listed(lettersList) asked: AskedList<LetterLine>): Promise<Result> {
    return asked.answer('notifications/letters.njk', await this.letters.list(ctx, asked), { paths: noticePaths });
  }

  @Get(':id')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const letter = await this.letters.one(ctx, id);
    return page('notifications/letter.njk', { letter, form, toneOf, paths: noticePaths });
  }

  @Post(':id')
  @Allow('officer', 'director')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ReturnForm,
      act: (returned) => this.noteReturn.byOfficer(ctx, id, returned),
      next: () => seeOther(noticePaths.letter(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
