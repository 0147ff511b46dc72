import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField, NotFound } from '#libs/platform/errors';
import {
  Ctx,
  type FailedForm,
  type FormBody,
  handleForm,
  page,
  type Result,
  seeOther,
  TextField,
} from '#libs/platform/http';
import { noticePaths } from '../paths.js';
import { NoteReturn } from '../use-cases/note-return.js';
import { ReturnForm } from './return-form.js';

class ReturnByMessageIdForm extends ReturnForm {
  @TextField({ max: 200 }) messageId: string;
}

/** The administrator reads the mailbox to which bounces come: a bounce names the letter by its Message-ID. */
@Controller('admin/returned-letters')
export class ReturnedLetterPage {
  constructor(private readonly noteReturn: NoteReturn) {}

  @Get()
  @Allow('administrator')
  show(@Query('done') done: unknown, form?: FailedForm): Result {
    return page('notifications/returned-letter.njk', { form, isDone: done === 'noted', paths: noticePaths });
  }

  @Post()
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ReturnByMessageIdForm,
      act: ({ messageId, ...returned }) => this.note(ctx, messageId, returned),
      next: () => seeOther(`${noticePaths.returned}?done=noted`),
      again: async (form) => this.show(undefined, form),
    });
  }

  /** An unknown letter is a slip of the pen: the form comes back with what was typed. */
  private async note(ctx: Context, messageId: string, returned: ReturnForm): Promise<void> {
    const id = messageId.startsWith('<') ? messageId : `<${messageId}>`;
    await this.noteReturn.byMessageId(ctx, id, returned).catch((error: unknown) => {
      throw error instanceof NotFound ? invalidField('messageId', 'notifications.no-such-letter') : error;
    });
  }
}
